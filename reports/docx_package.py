"""The document around the words: its styles, lists, header and footer, properties, and its file."""

import io
import re
import zipfile
from datetime import datetime, time
from pathlib import Path

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from languages import phrase
from reports.blocks import Report
from reports.docx_words import Speech, field, locale, made, paragraph, run
from reports.plain_text import plain

FOLDER = Path(__file__).resolve().parent
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The day of all members of the file: the first that such a file can name."""
ABOUT = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Answerable</Application></Properties>"
)
UNWANTED = ("thumbnail", "stylesWithEffects", "customXml")
"""Parts of an empty document that say nothing of ours."""


def prepare(document, report: Report) -> None:
    """Give an empty document pages, styles, properties, and what stands on every page."""
    speech = Speech(report.language)
    _drop_unwanted(document)
    _style(document, report)
    _page(document, speech)
    _properties(document, report)
    section = document.sections[0]
    _fill(section.header, _head(report, speech))
    _fill(section.footer, _foot(report, speech))


def save(document, path: Path) -> None:
    """Write the document so that its bytes are the same whenever it is written."""
    held = io.BytesIO()
    document.save(held)
    with zipfile.ZipFile(held) as read, zipfile.ZipFile(path, "w") as written:
        for name in read.namelist():
            member = zipfile.ZipInfo(name, LONG_AGO)
            member.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(member, read.read(name))


def _drop_unwanted(document) -> None:
    for holder in (document.part.package, document.part):
        for name, relation in list(holder.rels.items()):
            if any(word in relation.reltype for word in UNWANTED):
                del holder.rels[name]
    for relation in document.part.package.rels.values():
        if relation.reltype.endswith("extended-properties"):
            relation.target_part._blob = ABOUT


def _style(document, report: Report) -> None:
    styles = parse_xml((FOLDER / "docx_styles.xml").read_bytes())
    [language] = styles.iter(qn("w:lang"))
    is_rtl = Speech(report.language).is_rtl
    language.set(qn("w:bidi" if is_rtl else "w:val"), locale(report.language))
    if is_rtl:
        [paragraphs] = styles.iterfind(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{qn('w:pPr')}")
        paragraphs.insert(0, made("bidi"))
    document.part._styles_part._element = styles
    document.part.numbering_part._element = parse_xml((FOLDER / "docx_lists.xml").read_bytes())
    settings = document.settings.element
    for unwanted in ("zoom", "savePreviewPicture", "rsids", "proofState"):
        for element in settings.findall(qn(f"w:{unwanted}")):
            settings.remove(element)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _page(document, speech: Speech) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(19)
    section.top_margin, section.bottom_margin = Mm(26), Mm(28)
    section.header_distance, section.footer_distance = Mm(10), Mm(9)
    if speech.is_rtl:
        columns = section._sectPr.find(qn("w:cols"))
        columns.addnext(made("bidi"))


def _properties(document, report: Report) -> None:
    about = document.core_properties
    about.title = plain(f"{report.title}: {report.place}")[:255]
    about.subject = plain(report.description)[:255]
    about.author = about.last_modified_by = "Answerable"
    about.keywords = plain("; ".join(report.foot))[:255]
    about.comments = plain(report.mark)[:255]
    about.category = plain(report.period)[:255]
    about.language = locale(report.language)
    about.created = about.modified = datetime.combine(report.day, time())
    about.revision = 1


def _head(report: Report, speech: Speech) -> list:
    found = [paragraph("Header", f"{report.title}: {report.place}", speech=speech)]
    if report.mark:
        marked = run(report.mark, speech, "MarkOnEveryPage")
        found.insert(0, paragraph("Header", marked, speech=speech))
    return found


def _foot(report: Report, speech: Speech) -> list:
    fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    told: list = []
    for part in re.split(r"(\{pages?\})", phrase("Page {page} of {pages}")):
        told += field(fields[part], [run("1", speech)], speech) if part in fields else [part]
    lines = [paragraph("Footer", line, speech=speech) for line in report.foot]
    return [*lines, paragraph("FooterPage", *told, speech=speech)]


def _fill(holder, paragraphs: list) -> None:
    holder.is_linked_to_previous = False
    element = holder._element
    for child in list(element):
        element.remove(child)
    element.extend(paragraphs)
