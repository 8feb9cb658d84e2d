"""Paragraphs of an editable document: words with their style, language and direction, and the fields among them."""

from dataclasses import dataclass

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from languages import direction
from reports.plain_text import plain

LOCALES = {"en": "en-GB", "fr": "fr-FR", "ar": "ar-SA"}
"""Language -> how spelling checkers know it; others go by their own name."""


def made(tag: str, *children, **attributes):
    """An element of WordprocessingML."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def locale(language: str) -> str:
    """The language as a document names it: en-GB."""
    return LOCALES.get(language, language)


@dataclass(frozen=True)
class Speech:
    """How words are set: the language of the document, and that of the words where it is another."""

    document: str
    language: str = ""

    @property
    def is_rtl(self) -> bool:
        return direction(self.language or self.document) == "rtl"

    def turns(self) -> list:
        """Properties of a paragraph that runs against its document."""
        if self.is_rtl == (direction(self.document) == "rtl"):
            return []
        return [made("bidi", val=int(self.is_rtl))]

    def marks(self) -> list:
        """Properties of a run."""
        found = [made("rtl")] if self.is_rtl else []
        if self.language and self.language != self.document:
            kind = "bidi" if self.is_rtl else "val"
            found.append(made("lang", **{kind: locale(self.language)}))
        return found


def run(text: str, speech: Speech, style: str = ""):
    """Words in one style; line feeds are breaks of the line."""
    properties = [made("rStyle", val=style)] if style else []
    element = made("r", made("rPr", *properties, *speech.marks()))
    for place, line in enumerate(plain(text).split("\n")):
        if place:
            element.append(made("br"))
        words = made("t")
        words.text = line
        words.set(qn("xml:space"), "preserve")
        element.append(words)
    return element


def paragraph(
    style: str, *content, speech: Speech, on_new_page: bool = False, with_next: bool = False
):
    """A paragraph of runs, fields and links, or of one text; `with_next` keeps it on the page of the next one."""
    properties = made("pPr", made("pStyle", val=style))
    if with_next:
        properties.append(made("keepNext"))
    if on_new_page:
        properties.append(made("pageBreakBefore"))
    properties.extend(speech.turns())
    runs = [run(part, speech) if isinstance(part, str) else part for part in content]
    return made("p", properties, *runs)


def field(code: str, shown: list, speech: Speech) -> list:
    """A field that the reader's program fills in; `shown` stands there until it does."""
    told = made("instrText")
    told.text = f" {code} "
    told.set(qn("xml:space"), "preserve")

    def mark(kind: str):
        return made("r", made("rPr", *speech.marks()), made("fldChar", fldCharType=kind))

    return [
        mark("begin"),
        made("r", made("rPr", *speech.marks()), told),
        mark("separate"),
        *shown,
        mark("end"),
    ]


def bookmark(number: int, name: str, *content) -> list:
    """A place that links lead to."""
    return [made("bookmarkStart", id=number, name=name), *content, made("bookmarkEnd", id=number)]


def link(name: str, *content):
    """Words that lead to a bookmark."""
    return made("hyperlink", *content, anchor=name, history=1)
