"""A sheet whose rows leave memory as they are written, so that a workbook of many places stays small while it is made.

The writing library keeps every cell until the end, or else cannot mark rows up as a table. Here rows go to a file
of their own in the form in which they are stored; everything else of the sheet is the library's.
"""

import math
from collections.abc import Iterable
from datetime import date
from shutil import copyfileobj
from tempfile import TemporaryFile

from xlsxwriter.utility import xl_col_to_name, xl_range
from xlsxwriter.worksheet import Worksheet

from languages import phrase
from reports.safe_text import safe_cell

LONGEST_CELL = 32_000
"""Letters that a cell can hold, and a few to spare."""
CUT = " […]"
FIRST_DAY, DAY_ZERO = date(1900, 3, 1), date(1899, 12, 30).toordinal()
"""Earlier days are written as text: spreadsheets count them differently."""


class LongSheet(Worksheet):
    """Takes rows from the first to the last, each once; a text is always a text, and never a formula."""

    def __init__(self):
        super().__init__()
        self._rows = TemporaryFile("w+", encoding="utf-8", newline="")  # noqa: SIM115, closed when it was copied
        self._places: dict[str, str] = {}
        self._columns: list[str] = []

    def add_row(self, line: int, cells: Iterable, looks: Iterable) -> None:
        """Write the row `line`, counted from 0; every cell with the look of its column, texts with `text_look`."""
        number = line + 1
        found = [f'<row r="{number}">']
        column = -1
        for column, (cell, look) in enumerate(zip(cells, looks, strict=True)):
            if column == len(self._columns):
                self._columns.append(xl_col_to_name(column))
            text, kind, style = self._stored(cell, look)
            found.append(
                f'<c r="{self._columns[column]}{number}" s="{style}"{kind}><v>{text}</v></c>'
            )
        found.append("</row>")
        self._check_dimensions(line, column)
        self._rows.write("".join(found))

    def mark_table(self, first: int, last: int, columns: int, options: dict) -> None:
        """Mark the rows from `first` to `last` up as a table: as the library does, which keeps a note of each cell."""
        self.add_table(first, 0, first + 1, columns - 1, options)
        whole = xl_range(first, 0, last, columns - 1)
        self.tables[-1] |= {"range": whole, "a_range": whole, "autofilter": whole}

    def _stored(self, cell, look) -> tuple[str, str, int]:
        """The cell as it is stored, the attribute that says so, and its style."""
        if isinstance(cell, str):
            return self._place(cell), ' t="s"', look.text
        if isinstance(cell, bool):
            return self._place(phrase("yes") if cell else phrase("no")), ' t="s"', look.text
        if isinstance(cell, int | float) and math.isfinite(cell):
            return repr(cell), "", look.number
        if isinstance(cell, date) and cell >= FIRST_DAY:
            return str(cell.toordinal() - DAY_ZERO), "", look.number
        return self._place(str(cell)), ' t="s"', look.text

    def _place(self, text: str) -> str:
        """Where the text stands among all texts of the workbook."""
        if text not in self._places:
            whole = safe_cell(text)
            if len(whole) > LONGEST_CELL:
                whole = whole[:LONGEST_CELL] + CUT
            self._places[text] = str(self.str_table._get_shared_string_index(whole))
        return self._places[text]

    def _write_sheet_data(self) -> None:
        self._xml_start_tag("sheetData")
        self._rows.seek(0)
        copyfileobj(self._rows, self.fh)
        self._rows.close()
        self._xml_end_tag("sheetData")
