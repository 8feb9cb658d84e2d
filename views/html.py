"""Real HTML tables, lists and paragraphs; every text is escaped here and nowhere else."""

import re
from collections.abc import Iterable, Sequence
from html import escape, unescape
from urllib.parse import urlencode

from languages import ENGLISH, current, direction, phrase


class Markup(str):
    """Text that is HTML already."""


def markup(text) -> Markup:
    """HTML for any text; Markup passes as it is."""
    return text if isinstance(text, Markup) else Markup(escape(str(text)))


def element(tag: str, content="", **attributes) -> Markup:
    """<tag attributes>content</tag>; a trailing underscore keeps a name from clashing with Python's."""
    pairs = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{tag}{pairs}>{markup(content)}</{tag}>")


def join(parts: Iterable, by: str = "") -> Markup:
    """Parts one after the other."""
    return Markup(escape(by).join(markup(part) for part in parts))


def link(text, page: str, **filters: str) -> Markup:
    """A link to a page of this dashboard, with filters in its address; the language goes along.

    Relative, so that the dashboard may live below any path of a server.
    """
    kept = {name: value for name, value in filters.items() if value is not None}
    if current() != ENGLISH:
        kept["language"] = current()
    return element("a", text, href=here(kept, page) if kept else page)


def here(filters: dict[str, str], page: str = "") -> str:
    """The address of a page, by default this one, with these filters."""
    return f"{page}?{urlencode(filters)}"


def spoken(content) -> Markup:
    """Content that says which language it is in, where that is not the one of the whole document, English."""
    if current() == ENGLISH:
        return markup(content)
    return element("div", content, lang=current(), dir=direction())


def table(
    caption,
    headings: Sequence,
    rows: Iterable[Sequence],
    numeric: Sequence[int] = (),
    *,
    is_wide: bool = False,
) -> Markup:
    """A table whose first column names its rows; scrolls inside itself where the screen is narrow.

    `numeric` lists the positions of columns that are read by comparing digits. `is_wide` lets columns
    keep their width even where the table then needs scrolling.
    """
    head = element("tr", join(element("th", name, scope="col") for name in headings))
    body = join(element("tr", _cells(row, numeric)) for row in rows)
    inner = join(
        [
            element("caption", element("span", caption)),
            element("thead", head),
            element("tbody", body),
        ],
    )
    return element(
        "div",
        element("table", inner),
        class_="answerable-scroll wide" if is_wide else "answerable-scroll",
        role="region",
        tabindex="0",
        aria_label=phrase("Table: {caption}", caption=caption),
    )


def _cells(row: Sequence, numeric: Sequence[int]) -> Markup:
    cells = [element("th", row[0], scope="row")]
    for position, cell in enumerate(row[1:], start=1):
        cells.append(element("td", cell, class_="number" if position in numeric else None))
    return join(cells)


def as_stored(text) -> Markup:
    """A text of the release that stays English in every language, and says so."""
    return markup(text) if current() == ENGLISH else element("span", text, lang=ENGLISH)


def nowrap(text) -> Markup:
    """Text that stays on one line."""
    return element("span", text, class_="answerable-line")


def bullets(items: Iterable) -> Markup:
    """An unordered list."""
    return element("ul", join(element("li", item) for item in items))


def facts(pairs: Iterable[tuple]) -> Markup:
    """Terms and what is said about them."""
    inner = join(join([element("dt", term), element("dd", said)]) for term, said in pairs)
    return element("dl", inner, class_="answerable-facts")


def text_of(content) -> str:
    """The words of a cell; marks that screen readers pass over are left out."""
    if not isinstance(content, Markup):
        return str(content)
    spoken = _SILENT.sub("", content)
    return " ".join(unescape(_TAG.sub(" ", spoken)).split())


_SILENT = re.compile(r'<span aria-hidden="true"[^>]*>[^<]*</span>')
_TAG = re.compile(r"<[^>]+>")
