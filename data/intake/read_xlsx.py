"""Excel workbooks: rows of one sheet as text, values as they are stored, never as they are shown."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl

from data.intake.problems import IntakeError, Problem
from data.intake.read_archive import check_archive
from data.intake.read_limits import COLUMNS_A_FILE, EMPTY_ROWS_IN_A_SHEET

NO_STORED_VALUE = "formula_without_value"

SheetRow = tuple[int, list[str | None], str | None]
"""Row number, cells, and the rule that the row breaks, if any."""


def open_workbook(path: Path, name: str, formulas: bool = False) -> openpyxl.Workbook:
    """The workbook, read row by row; raises IntakeError when it is damaged or holds active content.

    `formulas` opens it with formula texts in place of their stored results.
    """
    members = check_archive(path, name)
    names = [member.filename.lower() for member in members]
    if any("vbaproject" in member or "xl/macrosheets" in member for member in names):
        message = "The workbook holds a macro."
        hint = "Save it as an ordinary workbook (XLSX) without macros."
        raise IntakeError([Problem("active_content", message, file=name, hint=hint)])
    _check_no_entities(path, name, members)
    try:
        return openpyxl.load_workbook(path, read_only=True, data_only=not formulas)
    # openpyxl raises whatever its XML and zip layers raise; their texts may quote cells.
    except Exception:
        raise IntakeError([damaged(name)]) from None


def sheet_rows(workbook: openpyxl.Workbook, title: str, name: str) -> Iterator[SheetRow]:
    """Every row of a sheet with at least one filled cell.

    Dates are ISO text, booleans true or false, whole numbers without a decimal point. Raises
    IntakeError for cells far outside the data and for a damaged sheet.
    """
    sheet = workbook[title]
    sheet.reset_dimensions()
    last = 0
    try:
        for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
            cells = [cell_text(value) for value in values]
            while cells and cells[-1] is None:
                cells.pop()
            if not cells:
                continue
            if number - last > EMPTY_ROWS_IN_A_SHEET or len(cells) > COLUMNS_A_FILE:
                raise IntakeError([_far(name, number)])
            last = number
            yield number, cells, None
    except IntakeError:
        raise
    except Exception:
        raise IntakeError([damaged(name)]) from None


def cell_text(value: object) -> str | None:
    """A cell's value as text; None when it is empty."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        whole_day = value.time() == time()
        return value.date().isoformat() if whole_day else value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M:%S")
    if isinstance(value, timedelta):
        return str(value)
    return str(value).strip() or None


def holds_formulas(path: Path) -> bool:
    """True when any sheet of the workbook has a formula; reads the sheets without parsing them."""
    with zipfile.ZipFile(path) as archive:
        for member in archive.namelist():
            if not member.startswith("xl/worksheets/"):
                continue
            before = b""
            with archive.open(member) as stream:
                while piece := stream.read(1 << 20):
                    if b"<f>" in before + piece or b"<f " in before + piece:
                        return True
                    before = piece[-2:]
    return False


def damaged(name: str) -> Problem:
    message = "The workbook is damaged or not made by the rules of its format."
    hint = "Open it in a spreadsheet program and save it again as XLSX."
    return Problem("corrupt", message, file=name, hint=hint)


def _check_no_entities(path: Path, name: str, members: list[zipfile.ZipInfo]) -> None:
    with zipfile.ZipFile(path) as archive:
        for member in members:
            if not member.filename.lower().endswith((".xml", ".rels")):
                continue
            with archive.open(member) as stream:
                if b"<!DOCTYPE" in stream.read(4096).upper():
                    message = "A part of the workbook declares XML entities, which no spreadsheet program writes."
                    raise IntakeError([Problem("xml_entities", message, file=name)])


def _far(name: str, row: int) -> Problem:
    message = "A filled cell lies far outside the data."
    hint = "Delete stray cells, rows and columns around the table."
    return Problem("far_cell", message, file=name, row=row, hint=hint)
