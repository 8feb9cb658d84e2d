"""One sheet, one table: title, note, mark of made-up data, then header row and rows without a gap."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from languages import phrase
from reports.long_sheet import LongSheet
from reports.safe_text import safe_cell

FIRST_ROW = 3
"""Row of the header, counted from 0: title, note and mark stand above it."""
MOST_ROWS = 1_000_000
LONGEST_NAME = 31
"""Letters that the name of a sheet can have."""
LONGEST, SHORTEST = 60, 10
A4 = 9
MOST_ON_A_PAGE = 14
"""Columns that are still read when a page is as wide as all of them together."""
MEASURED = 200
"""Rows by which the width of a column is chosen."""


@dataclass(frozen=True)
class Part:
    """Rows in one unit; `formats` maps a heading to a number format.

    `make` turns a row into its cells, with the same keys for all: the headings. It is called when a
    row is written, because a workbook of many places would not hold all its cells twice.
    """

    rows: Sequence[dict]
    formats: dict[str, str]
    make: Callable[[dict], dict] = dict
    title: str = ""

    def cells(self) -> Iterator[dict]:
        """The rows as they are written."""
        return map(self.make, self.rows)


@dataclass(frozen=True)
class Table:
    """`parts` follow one another without a gap; all have the same headings.

    Cells under the heading `links` are names of sheets, and lead there.
    """

    sheet: str
    title: str
    name: str
    note: str
    parts: list[Part]
    links: str = ""

    def __post_init__(self):
        if self.length > MOST_ROWS:
            raise ValueError("a sheet cannot hold so many rows; report one jurisdiction at a time")

    @property
    def length(self) -> int:
        """Number of rows, without the header."""
        return sum(len(part.rows) for part in self.parts)


def plain_table(
    sheet: str, title: str, name: str, note: str, rows: list[dict], links: str = ""
) -> Table:
    """A table of words and whole numbers."""
    return Table(sheet, title, name, note, [Part(rows, {})], links)


def sheet_name(words: str) -> str:
    """The words as the name of a sheet: without signs that it may not have, and short enough."""
    plain = " ".join(re.sub(r"[\[\]:*?/\\']", " ", words).split())
    return plain[:LONGEST_NAME].strip()


class Look(NamedTuple):
    """How texts and how numbers look in a column; as the workbook numbers its styles."""

    text: int
    number: int


class Book:
    """Writes tables and texts into a workbook; every look is made once."""

    def __init__(self, workbook, mark: str):
        self.workbook, self.mark = workbook, mark
        self._styles: dict[tuple, int] = {}
        self._header = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})

    def table(self, table: Table) -> None:
        """Add a sheet with a marked-up table; nothing is merged and no row is left blank."""
        sheet = self.workbook.add_worksheet(table.sheet, LongSheet)
        above = (
            (table.title, self._style(bold=True, font_size=14)),
            (table.note or table.title, self._style()),
            (self.mark or phrase("Published figures."), self._style(bold=True)),
        )
        for line, (words, style) in enumerate(above):
            sheet.add_row(line, [words], [Look(style, style)])
        parts = [part for part in table.parts if part.rows] or [Part([_nothing()], {})]
        headings = list(next(parts[0].cells()))
        bold = self._style(bold=True, text_wrap=True, valign="top")
        # The name of a column and the cell at its head must be the same, or programs offer to repair the file.
        told = list(map(safe_cell, headings))
        sheet.add_row(FIRST_ROW, told, [Look(bold, bold)] * len(told))
        line, widths = FIRST_ROW, list(map(len, headings))
        for part in parts:
            looks = [self._look(part, heading, table.links) for heading in headings]
            for number, row in enumerate(part.cells()):
                line += 1
                sheet.add_row(line, row.values(), looks)
                if number < MEASURED:
                    widths = [
                        max(width, len(str(cell)))
                        for width, cell in zip(widths, row.values(), strict=True)
                    ]
                if table.links in row:
                    name = row[table.links].replace("'", "''")
                    column = headings.index(table.links)
                    sheet.write_url(line, column, f"internal:'{name}'!A1", None, name)
        columns = [{"header": each, "header_format": self._header} for each in told]
        look = {
            "name": f"table_{table.name}",
            "style": "Table Style Light 15",
            "title": table.title,
        }
        sheet.mark_table(FIRST_ROW, line, len(headings), look | {"columns": columns})
        for column, width in enumerate(widths):
            sheet.set_column(column, column, min(LONGEST, max(SHORTEST, width + 2)))
        sheet.freeze_panes(FIRST_ROW + 1, 0)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.repeat_rows(FIRST_ROW)
        if len(headings) <= MOST_ON_A_PAGE:
            sheet.fit_to_pages(1, 0)

    def texts(self, name: str, lines: list[str]) -> None:
        """Add a sheet of sentences, one a row in the first column."""
        sheet = self.workbook.add_worksheet(name, LongSheet)
        sheet.set_column(0, 0, 100)
        title = self._style(bold=True, font_size=16, text_wrap=True)
        text = self._style(text_wrap=True, valign="top")
        for number, line in enumerate(lines):
            style = text if number else title
            sheet.add_row(number, [line], [Look(style, style)])

    def _look(self, part: Part, heading: str, links: str) -> Look:
        marks = {"underline": 1, "font_color": "#0B5394"} if heading == links else {}
        form = part.formats.get(heading, "General")
        return Look(
            self._style(text_wrap=True, valign="top", **marks),
            self._style(num_format=form, valign="top", align="right"),
        )

    def _style(self, **look) -> int:
        key = tuple(sorted(look.items()))
        if key not in self._styles:
            self._styles[key] = self.workbook.add_format(look)._get_xf_index()
        return self._styles[key]


def _nothing() -> dict:
    return {phrase("Nothing to show"): phrase("This release holds no rows here.")}
