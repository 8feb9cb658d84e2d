"""One sheet, one table: title, note, mark of made-up data, then header row and rows without a gap."""

from dataclasses import dataclass
from datetime import date

FIRST_ROW = 3
"""Row of the header, counted from 0: title, note and mark stand above it."""
MOST_ROWS = 1_000_000
LONGEST = 60


@dataclass(frozen=True)
class Table:
    """`rows` are dicts with the same keys, which are the headings; `formats` maps a heading to a number format."""

    sheet: str
    title: str
    name: str
    note: str
    rows: list[dict]
    formats: dict[str, str]

    def __post_init__(self):
        if len(self.rows) > MOST_ROWS:
            raise ValueError("a sheet cannot hold so many rows; report one jurisdiction at a time")


def write_table(workbook, table: Table, mark: str) -> None:
    """Add a sheet with a marked-up table; nothing is merged and no row is left blank."""
    sheet = workbook.add_worksheet(table.sheet)
    bold = workbook.add_format({"bold": True, "font_size": 14})
    sheet.write_string(0, 0, table.title, bold)
    sheet.write_string(1, 0, table.note or table.title)
    sheet.write_string(2, 0, mark or "Published figures.", workbook.add_format({"bold": True}))
    headings = list(table.rows[0]) if table.rows else ["Nothing to show"]
    rows = [list(row.values()) for row in table.rows] or [["This release holds no rows here."]]
    formats = [workbook.add_format(_style(table, heading)) for heading in headings]
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    for line, row in enumerate(rows, start=FIRST_ROW + 1):
        for column, cell in enumerate(row):
            _write(sheet, line, column, cell, formats[column], wrapped)
    header = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    sheet.add_table(
        FIRST_ROW,
        0,
        FIRST_ROW + len(rows),
        len(headings) - 1,
        {
            "name": f"table_{table.name}",
            "style": "Table Style Light 15",
            "columns": [{"header": heading, "header_format": header} for heading in headings],
        },
    )
    for column, heading in enumerate(headings):
        longest = max(len(heading), *(len(str(row[column])) for row in rows[:200]))
        sheet.set_column(column, column, min(LONGEST, max(10, longest + 2)))
    sheet.freeze_panes(FIRST_ROW + 1, 0)


def text_sheet(workbook, name: str, lines: list[str]) -> None:
    """Add a sheet of sentences, one a row in the first column."""
    sheet = workbook.add_worksheet(name)
    sheet.set_column(0, 0, 100)
    title = workbook.add_format({"bold": True, "font_size": 16, "text_wrap": True})
    plain = workbook.add_format({"text_wrap": True, "valign": "top"})
    for number, line in enumerate(lines):
        sheet.write_string(number, 0, line, plain if number else title)


def _style(table: Table, heading: str) -> dict:
    return {"num_format": table.formats.get(heading, "General"), "valign": "top", "align": "right"}


def _write(sheet, line: int, column: int, cell, numbers, texts) -> None:
    if isinstance(cell, bool):
        sheet.write_string(line, column, "yes" if cell else "no", texts)
    elif isinstance(cell, date):
        sheet.write_datetime(line, column, cell, numbers)
    elif isinstance(cell, int | float):
        sheet.write_number(line, column, cell, numbers)
    else:
        sheet.write_string(line, column, str(cell), texts)
