"""Reads the HTML of a page back into blocks of plain words; made for the tags of `views.html`, strict about none."""

from html.parser import HTMLParser
from typing import NamedTuple

from reports.blocks import Bullets, Facts, Paragraph, Table

BLOCKS = frozenset(
    "p div blockquote li dt dd ul ol dl table caption thead tbody tr th td section h1 h2 h3 h4 br hr".split()
)
"""Tags before and after which a new line begins."""
LINES = frozenset(
    f"answerable-{name}" for name in ("line", "aside", "bounds", "duty", "small", "plain")
)
"""Classes that are drawn as lines of their own, whatever their tag."""
EMPTY = frozenset(("br", "hr", "img", "wbr", "input", "meta", "link"))
"""Tags that have no end."""
CONTAINERS = {"table": "table", "ul": "list", "ol": "list", "dl": "facts"}
BREAK = "\n"


def blocks(html: str) -> list:
    """The blocks of `html`; marks that screen readers pass over are left out, as their words stand beside them."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finished()


class _Open(NamedTuple):
    """A tag whose end has not come yet."""

    tag: str
    classes: frozenset
    is_silent: bool
    language: str


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self._found: list = []
        self._open: list[_Open] = []
        self._pieces: list[str] = []
        # The languages that the words since the last block say they are in.
        self._languages: set[str] = set()
        self._style = "sentence"
        # The outermost container; those within it only begin new lines.
        self._inside: str | None = None
        self._depth = 0
        self._classes: frozenset = frozenset()
        self._items: list = []
        self._term = ""
        self._caption, self._headings, self._rows, self._row = "", [], [], []
        self._numeric: set[int] = set()

    def finished(self) -> list:
        self._end_paragraph()
        return self._found

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        classes = frozenset((told.get("class") or "").split())
        if tag in BLOCKS or classes & LINES:
            self._pieces.append(BREAK)
        if tag not in EMPTY:
            self._open.append(
                _Open(tag, classes, told.get("aria-hidden") == "true", told.get("lang") or "")
            )
        if tag in CONTAINERS:
            self._depth += 1
            if self._depth == 1:
                self._end_paragraph()
                self._inside, self._classes = CONTAINERS[tag], classes
        elif self._inside is None and tag in BLOCKS and tag not in EMPTY:
            self._end_paragraph()
            self._style = _style(tag, classes)
        elif tag in ("td", "th") and "number" in classes:
            self._numeric.add(len(self._row))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        classes = self._close(tag)
        if tag in CONTAINERS and self._depth:
            self._end_container(tag)
        elif self._inside is None:
            if tag in BLOCKS:
                self._end_paragraph()
        elif self._depth == 1:
            self._end_part(tag)
        if tag in BLOCKS or classes & LINES:
            self._pieces.append(BREAK)

    def handle_data(self, text):
        if any(each.is_silent for each in self._open):
            return
        if text.strip():
            spoken = [each.language for each in self._open if each.language]
            self._languages.add(spoken[-1] if spoken else "")
        if any("answerable-plain" in each.classes for each in self._open):
            self._pieces.append(text)
        else:
            # Line feeds of the source are blanks like any other.
            self._pieces.append("".join(" " if sign.isspace() else sign for sign in text))

    def _close(self, tag: str) -> frozenset:
        """Forgets an open tag, and its classes with it; an end without a beginning changes nothing."""
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].tag == tag:
                classes = self._open[place].classes
                del self._open[place:]
                return classes
        return frozenset()

    def _taken(self) -> str:
        """The text since it was last taken: one line a line, blanks within a line one each."""
        lines = (" ".join(line.split()) for line in "".join(self._pieces).split(BREAK))
        self._pieces.clear()
        return BREAK.join(line for line in lines if line)

    def _language(self) -> str:
        """The language of all words of a block; none where there are several, or the page's own."""
        found, self._languages = self._languages, set()
        return found.pop() if len(found) == 1 else ""

    def _end_paragraph(self) -> None:
        text = self._taken()
        if text:
            self._found.append(Paragraph(text, self._style, self._language()))
        self._style = "sentence"

    def _end_part(self, tag: str) -> None:
        if tag == "li":
            self._items.append(self._taken())
        elif tag == "dt":
            self._term = BREAK.join(filter(None, (self._term, self._taken())))
        elif tag == "dd":
            self._items.append((self._term, self._taken()))
            self._term = ""
        elif tag == "caption":
            self._caption = self._taken()
        elif tag in ("td", "th"):
            self._row.append(self._taken())
        elif tag == "tr":
            if self._headings or not self._is_open("thead"):
                self._rows.append(tuple(self._row))
            else:
                self._headings = self._row
            self._row = []

    def _is_open(self, tag: str) -> bool:
        return any(each.tag == tag for each in self._open)

    def _end_container(self, tag: str) -> None:
        self._depth -= 1
        if self._depth:
            return
        if self._inside == "table":
            made = Table(
                self._caption,
                tuple(self._headings),
                tuple(self._rows),
                frozenset(self._numeric),
                language=self._language(),
            )
            self._found.append(made)
            self._caption, self._headings, self._rows, self._row = "", [], [], []
            self._numeric = set()
        elif self._inside == "list" and self._items:
            are_tiles = "answerable-tiles" in self._classes
            self._found.append(Bullets(tuple(self._items), are_tiles, self._language()))
        elif self._inside == "facts" and self._items:
            self._found.append(Facts(tuple(self._items), self._language()))
        self._items, self._inside = [], None
        self._end_paragraph()


def _style(tag: str, classes: frozenset) -> str:
    if tag == "blockquote":
        return "quote"
    return "note" if "answerable-note" in classes else "sentence"
