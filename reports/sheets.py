"""One sheet, one table: title, note, mark of made-up data, then header row and rows without a gap."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

FIRST_ROW = 3
"""Row of the header, counted from 0: title, note and mark stand above it."""
MOST_ROWS = 1_000_000
LONGEST = 60
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
    """`parts` follow one another without a gap; all have the same headings."""

    sheet: str
    title: str
    name: str
    note: str
    parts: list[Part]

    def __post_init__(self):
        if self.length > MOST_ROWS:
            raise ValueError("a sheet cannot hold so many rows; report one jurisdiction at a time")

    @property
    def length(self) -> int:
        """Number of rows, without the header."""
        return sum(len(part.rows) for part in self.parts)


def plain_table(sheet: str, title: str, name: str, note: str, rows: list[dict]) -> Table:
    """A table of words and whole numbers."""
    return Table(sheet, title, name, note, [Part(rows, {})])


class Book:
    """Writes tables and texts into a workbook; every look is made once."""

    def __init__(self, workbook, mark: str):
        self.workbook, self.mark = workbook, mark
        self._looks: dict[str, object] = {}
        wrapped = {"text_wrap": True, "valign": "top"}
        self._text = workbook.add_format(wrapped)
        self._header = workbook.add_format({"bold": True} | wrapped)
        self._bold = workbook.add_format({"bold": True})
        self._title = workbook.add_format({"bold": True, "font_size": 14})

    def table(self, table: Table) -> None:
        """Add a sheet with a marked-up table; nothing is merged and no row is left blank."""
        sheet = self.workbook.add_worksheet(table.sheet)
        sheet.write_string(0, 0, table.title, self._title)
        sheet.write_string(1, 0, table.note or table.title)
        sheet.write_string(2, 0, self.mark or "Published figures.", self._bold)
        parts = [part for part in table.parts if part.rows]
        parts = parts or [Part([{"Nothing to show": "This release holds no rows here."}], {})]
        headings = list(next(parts[0].cells()))
        line = FIRST_ROW
        for part in parts:
            looks = [self._number(part.formats.get(heading, "General")) for heading in headings]
            for row in part.cells():
                line += 1
                for column, cell in enumerate(row.values()):
                    self._write(sheet, line, column, cell, looks[column])
        sheet.add_table(
            FIRST_ROW,
            0,
            line,
            len(headings) - 1,
            {
                "name": f"table_{table.name}",
                "style": "Table Style Light 15",
                "columns": [
                    {"header": heading, "header_format": self._header} for heading in headings
                ],
            },
        )
        self._set_widths(sheet, headings, parts)
        sheet.freeze_panes(FIRST_ROW + 1, 0)

    def texts(self, name: str, lines: list[str]) -> None:
        """Add a sheet of sentences, one a row in the first column."""
        sheet = self.workbook.add_worksheet(name)
        sheet.set_column(0, 0, 100)
        title = self.workbook.add_format({"bold": True, "font_size": 16, "text_wrap": True})
        for number, line in enumerate(lines):
            sheet.write_string(number, 0, line, self._text if number else title)

    def _number(self, form: str):
        if form not in self._looks:
            look = {"num_format": form, "valign": "top", "align": "right"}
            self._looks[form] = self.workbook.add_format(look)
        return self._looks[form]

    def _write(self, sheet, line: int, column: int, cell, look) -> None:
        if isinstance(cell, str):
            sheet.write_string(line, column, cell, self._text)
        elif isinstance(cell, bool):
            sheet.write_string(line, column, "yes" if cell else "no", self._text)
        elif isinstance(cell, date):
            sheet.write_datetime(line, column, cell, look)
        elif isinstance(cell, int | float):
            sheet.write_number(line, column, cell, look)
        else:
            sheet.write_string(line, column, str(cell), self._text)

    @staticmethod
    def _set_widths(sheet, headings: list[str], parts: list[Part]) -> None:
        measured = [list(row.values()) for part in parts for row in islice(part.cells(), MEASURED)]
        for column, heading in enumerate(headings):
            longest = max(len(heading), *(len(str(row[column])) for row in measured))
            sheet.set_column(column, column, min(LONGEST, max(10, longest + 2)))
