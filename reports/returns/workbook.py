"""A filled return as an accessible workbook: cover, contents, note for the ministry, marks, the form, every figure traced."""

from datetime import UTC, datetime, time
from pathlib import Path

import xlsxwriter

from languages import current, phrase
from reports.returns.filled import Filled
from reports.returns.known import said
from reports.returns.report import warning, years_told
from reports.returns.return_tables import (
    cells_table,
    figures_table,
    form_tables,
    marks_table,
    note_table,
)
from reports.sheets import Book, Table, plain_table
from reports.workbook import AS_IT_IS


def write_return_workbook(filled: Filled, path: Path) -> None:
    """Write a filled return to `path` in the language spoken now; the same bytes for the same release and language."""
    tables = [
        note_table(filled),
        marks_table(filled),
        *form_tables(filled),
        cells_table(filled),
        figures_table(filled),
    ]
    with xlsxwriter.Workbook(str(path), AS_IT_IS) as workbook:
        _state_properties(workbook, filled)
        book = Book(workbook, filled.mark)
        book.texts(phrase("Cover"), _cover(filled))
        book.table(_contents(tables))
        for table in tables:
            book.table(table)


def _state_properties(workbook, filled: Filled) -> None:
    created = datetime.combine(filled.release["released_on"], time(), UTC).replace(tzinfo=None)
    workbook.set_properties(
        {
            "title": f"{said(filled.form.title)}: {filled.labels.place(filled.place)}",
            "subject": phrase("Release {release}", release=filled.release["release_id"]),
            "author": "Answerable",
            "comments": filled.mark,
            "created": created,
        }
    )
    workbook.set_custom_property("Language", current())


def _cover(filled: Filled) -> list[str]:
    form, release = filled.form, filled.release
    mark = phrase("{mark}. No number is about a real place or person.", mark=filled.mark)
    told = [
        said(form.title),
        filled.labels.place(filled.place),
        years_told(filled),
        mark if filled.mark else "",
        warning(filled),
        phrase("It goes to: {body}", body=said(form.body)),
        phrase("Due: {deadline}", deadline=said(form.deadline)),
        phrase("Signed by: {signer}", signer=said(form.signed_by)),
        phrase(
            "Release {release}, content hash {content_hash}.",
            release=release["release_id"],
            content_hash=release["content_hash"],
        ),
        phrase(
            "The sheet Contents says which sheet holds what; the sheet Marks explains every mark that stands in place of a number."
        ),
    ]
    return [line for line in told if line]


def _contents(tables: list[Table]) -> Table:
    sheet = phrase("Sheet")
    rows = [
        {sheet: table.sheet, phrase("Holds"): table.title, phrase("Rows"): table.length}
        for table in tables
    ]
    title = phrase("Contents")
    return plain_table(
        title,
        title,
        "contents",
        phrase("Every sheet holds one table, which begins in row 4."),
        rows,
        sheet,
    )
