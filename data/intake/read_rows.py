"""From the raw rows of a sheet to chunks under headings: header rows, skips, fills and widths."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from data.intake.problems import IntakeError, Problem
from data.intake.read_headings import distinct, headings_of
from data.intake.read_limits import COLUMNS_A_FILE, ROWS_A_CHUNK, ROWS_A_FILE
from data.intake.read_sheets import Row, Sheet
from data.intake.specification import FileSpecification

ROW_WIDTH = "row_width"
"""Rule: a row has as many cells as the heading; one more or fewer shifts values under other headings."""


@dataclass
class HeadedRows:
    """Headings and the rows beneath them; each row as wide as the headings."""

    headings: list[str]
    rows: Iterator[Row]

    def chunks(self) -> Iterator[list[Row]]:
        while chunk := list(islice(self.rows, ROWS_A_CHUNK)):
            yield chunk


def under_headings(sheet: Sheet, specification: FileSpecification) -> HeadedRows:
    """The data rows of a sheet; raises IntakeError where no heading can be found."""
    header_rows = specification.header_rows
    first = specification.first_row or max(header_rows, default=0) + 1
    rows, header = iter(sheet.rows), {}
    start: Iterator[Row] = iter(())
    for row in rows:
        if row[0] in header_rows:
            header[row[0]] = row[1]
        if row[0] >= first:
            start = iter([row])
            break
    rows = _wanted(chain(start, rows), sheet.name, first, specification)
    # A workbook stores no empty cells, so a last column without a heading shows in the rows only.
    ahead = [] if sheet.has_fixed_width else list(islice(rows, ROWS_A_CHUNK))
    names = _names(header, ahead, sheet, specification)
    if len(names) > COLUMNS_A_FILE:
        message = f"There are {len(names):,} columns; at most {COLUMNS_A_FILE:,} are read."
        raise IntakeError([Problem("too_large", message, file=sheet.name)])
    rows = _to_width(chain(ahead, rows), len(names), sheet.has_fixed_width)
    return HeadedRows(names, _filled_down(rows, sheet.name, names, specification.fill_down))


def _names(
    header: dict[int, list[str | None]],
    ahead: list[Row],
    sheet: Sheet,
    specification: FileSpecification,
) -> list[str]:
    if specification.headings is not None:
        return distinct(specification.headings)
    lines = [header[number] for number in specification.header_rows if number in header]
    if not any(cell and cell.strip() for line in lines for cell in line):
        number = min(specification.header_rows, default=1)
        message = "No headings stand here."
        hint = "Say in the mapping which rows hold them (header_rows), or name them (headings)."
        raise IntakeError([Problem("header_missing", message, sheet.name, number, hint=hint)])
    width = max([len(line) for line in lines] + [len(cells) for _, cells, _ in ahead])
    lines[0] = list(lines[0]) + [None] * (width - len(lines[0]))
    return headings_of(lines, specification.fill_right)


def _wanted(
    rows: Iterator[Row], name: str, first: int, specification: FileSpecification
) -> Iterator[Row]:
    leave_out = {*specification.skip_rows, *specification.header_rows}
    for count, row in enumerate(rows):
        if count > ROWS_A_FILE:
            message = f"There are more than {ROWS_A_FILE:,} rows; send the file in parts."
            raise IntakeError([Problem("too_large", message, file=name)])
        number, cells, rule = row
        if specification.last_row is not None and number > specification.last_row:
            return
        is_empty = rule is None and not any(cell and not cell.isspace() for cell in cells)
        if number >= first and number not in leave_out and not is_empty:
            yield row


def _to_width(rows: Iterator[Row], width: int, has_fixed_width: bool) -> Iterator[Row]:
    for number, cells, rule in rows:
        missing = width - len(cells)
        if missing < 0 or (missing and has_fixed_width):
            rule = rule or ROW_WIDTH
        if missing:
            cells = [*cells[:width], *[None] * missing]
        yield number, cells, rule


def _filled_down(
    rows: Iterator[Row], name: str, headings: list[str], columns: tuple[str, ...]
) -> Iterator[Row]:
    unknown = [column for column in columns if column not in headings]
    if unknown:
        message = "There is no such heading to fill down."
        raise IntakeError(
            [Problem("unknown_heading", message, file=name, column=column) for column in unknown]
        )
    positions = [headings.index(column) for column in columns]
    return _carried(rows, positions) if positions else rows


def _carried(rows: Iterator[Row], positions: list[int]) -> Iterator[Row]:
    above: dict[int, str | None] = {}
    for number, cells, rule in rows:
        cells = list(cells)
        for position in positions:
            cell = cells[position]
            if cell is None or not cell.strip():
                cells[position] = above.get(position)
            else:
                above[position] = cell
        yield number, cells, rule
