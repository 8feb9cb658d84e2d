"""One reader for every format: each table of a received file as heading rows and numbered rows of text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook

from data.intake.problems import Finding, IntakeError, Problem
from data.intake.read_encoding import text_encoding
from data.intake.read_text import sniffed_delimiter, text_records
from data.intake.read_xlsx import (
    NO_STORED_VALUE,
    holds_formulas,
    open_workbook,
    sheet_rows,
)
from data.intake.specification import FileSpecification

Row = tuple[int, list[str | None], str | None]


@dataclass
class Sheet:
    """The rows of one text file or of one sheet of a workbook, in order, each with its number.

    `has_fixed_width` says that a row with fewer cells than the heading is damaged: true of text
    files, while a workbook stores no empty cells.
    """

    name: str
    title: str | None
    rows: Iterator[Row]
    has_fixed_width: bool
    findings: list[Finding] = field(default_factory=list)


def text_sheet(path: Path, name: str, specification: FileSpecification) -> Sheet:
    encoding = text_encoding(path, name, specification.encoding)
    findings = []
    delimiter = specification.delimiter
    if delimiter is None and specification.format == "tsv":
        delimiter = "\t"
    if delimiter is None:
        delimiter = sniffed_delimiter(path, encoding)
        expected = "," if name.lower().endswith(".csv") else "\t"
        if delimiter not in (expected, ","):
            message = f"{name}: cells are separated by {delimiter!r}, as found by looking; declare the delimiter to confirm it."
            findings.append(Finding("delimiter_found", "review", message, file_id=specification.id))
    rows = (
        (number, cells, None) for number, cells in text_records(path, name, encoding, delimiter)
    )
    return Sheet(name, None, rows, True, findings)


def workbook_sheets(path: Path, name: str, specification: FileSpecification) -> list[Sheet]:
    """The sheets of a workbook that the specification asks for; raises IntakeError for one that is not there."""
    workbook = open_workbook(path, name)
    titles = chosen_titles(workbook, name, specification.sheet)
    formulas = open_workbook(path, name, formulas=True) if holds_formulas(path) else None
    sheets = []
    for title in titles:
        rows = sheet_rows(workbook, title, name)
        if formulas:
            rows = _without_uncalculated(rows, sheet_rows(formulas, title, name))
        sheets.append(Sheet(name, title, rows, False))
    if sheets:
        sheets[0].findings = _remarks(workbook, name, specification, bool(formulas))
    return sheets


def chosen_titles(workbook: Workbook, name: str, wanted: str | int | None) -> list[str]:
    """Titles of the sheets asked for: None the first, "*" all, else by name (any case) or 1-based number."""
    titles = [sheet.title for sheet in workbook.worksheets]
    hidden = [sheet.title for sheet in workbook.worksheets if sheet.sheet_state != "visible"]
    if isinstance(wanted, str) and wanted != "*":
        found = [title for title in titles if title.casefold() == wanted.casefold()]
        missing = f"There is no sheet called {wanted!r}."
    else:
        if hidden:
            message = f"The workbook has hidden sheets ({len(hidden)}), which may hold what should not be sent."
            hint = "Show and delete them, or name the sheet to read in the mapping."
            raise IntakeError([Problem("hidden_sheet", message, file=name, hint=hint)])
        if wanted == "*":
            return titles
        number = wanted or 1
        found = titles[number - 1 : number]
        missing = f"There is no sheet number {number}."
    if not found:
        hint = "Sheets: " + ", ".join(map(repr, titles[:20])) + "."
        raise IntakeError([Problem("sheet_missing", missing, file=name, hint=hint)])
    return found


def _remarks(
    workbook: Workbook, name: str, specification: FileSpecification, has_formulas: bool
) -> list[Finding]:
    messages = {}
    if specification.sheet is None and len(workbook.worksheets) > 1:
        messages["sheets_not_read"] = "only the first of several sheets was read"
    if has_formulas:
        messages["formula_results"] = "some cells are formulas; their stored results were read"
    if workbook.epoch.year == 1904:
        messages["dates_since_1904"] = "dates are counted from 1904; they were read accordingly"
    return [
        Finding(rule, "review", f"{name}: {message}.", file_id=specification.id)
        for rule, message in messages.items()
    ]


def _without_uncalculated(results: Iterator[Row], formulas: Iterator[Row]) -> Iterator[Row]:
    """Marks rows in which a formula has no stored result: its cell would pass for an empty one."""
    stored = next(results, None)
    for number, texts, _ in formulas:
        cells: list[str | None] = []
        if stored and stored[0] == number:
            cells = stored[1]
            stored = next(results, None)
        padded = cells + [None] * (len(texts) - len(cells))
        is_uncalculated = any(
            text is not None and cell is None for text, cell in zip(texts, padded, strict=False)
        )
        yield number, padded, NO_STORED_VALUE if is_uncalculated else None
