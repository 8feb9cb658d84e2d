"""A filled return as an accessible workbook: cover, contents, note for the ministry, marks, the form, every figure traced."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import xlsxwriter

from charts import format as reads
from charts.units import UNITS
from languages import current, phrase
from reports.returns.blanks import KINDS
from reports.returns.filled import Entry, Figure, Filled
from reports.returns.known import said
from reports.returns.lines import lines
from reports.returns.ministry_note import ministry_note
from reports.returns.report import warning, years_told
from reports.returns.told import (
    asked_told,
    beside_told,
    certainty_told,
    figure_told,
    given_told,
    statuses_told,
    value_unit,
)
from reports.sheets import Book, Part, Table, plain_table, sheet_name
from reports.workbook import AS_IT_IS
from reports.workbook_tables import COUNT, DAY, NONE_HERE, SHARE


def write_return_workbook(filled: Filled, path: Path) -> None:
    """Write a filled return to `path` in the language spoken now; the same bytes for the same release and language."""
    tables = [_note(filled), _marks(filled), *_forms(filled), _cells(filled), _figures(filled)]
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


def _note(filled: Filled) -> Table:
    rows = [
        {phrase("About"): part.title, phrase("Text"): words}
        for part in ministry_note(filled)
        for words in (*part.sentences, *part.items)
    ]
    title = phrase("Note for the ministry")
    return plain_table(
        sheet_name(title),
        title,
        "note_for_the_ministry",
        phrase("To be read before anything is signed."),
        rows,
    )


def _marks(filled: Filled) -> Table:
    words = [*KINDS.values(), reads.PUBLIC_FACT]
    rows = [
        {
            phrase("Mark"): each.shorthand,
            phrase("Word"): each.label,
            phrase("What it means"): each.meaning,
        }
        for each in words
    ]
    title = phrase("Marks")
    return plain_table(
        title, title, "marks", phrase("Marks that stand in place of a number, or beside it."), rows
    )


def _forms(filled: Filled) -> list[Table]:
    """One table a part of the form: a row an entry, a column a year."""
    found = []
    for number, section in enumerate(filled.form.sections, start=1):
        cells = [cell for cell in filled.form.cells if cell.section == section]
        entries = [entry for cell in cells for entry in filled.of_cell(cell)]
        parts = [
            Part([entry], _formats(entry, filled), lambda each: _row(each, filled))
            for entry in entries
        ]
        note = phrase(
            "One row an entry of the form. What stands in the last column is not what the form asks."
        )
        title = said(section)
        found.append(Table(sheet_name(title), title, f"form_{number}", note, parts))
    return found


def _formats(entry: Entry, filled: Filled) -> dict[str, str]:
    form = COUNT
    if entry.answer and entry.answer.measure == "value":
        form = UNITS[value_unit(entry, filled)].cell
    return dict.fromkeys(map(str, filled.years), form)


def _row(entry: Entry, filled: Filled) -> dict:
    answer = entry.answer
    what = said(answer.label) if answer else said(entry.cell.counted)
    cells = {
        phrase("Cell"): entry.cell.id,
        phrase("Figure"): what,
        phrase("What is asked"): asked_told(entry),
        phrase("In the release"): given_told(entry, filled) or NONE_HERE,
    }
    for figure in entry.figures:
        cells[str(figure.start.year)] = _number(figure, entry, filled)
    return cells | {
        phrase("Status, or why blank"): statuses_told(entry),
        phrase("Beside it: not what is asked"): beside_told(entry, filled) or NONE_HERE,
    }


def _number(figure: Figure, entry: Entry, filled: Filled) -> float | str:
    return figure_told(figure, entry, filled) if figure.number is None else figure.number


def _cells(filled: Filled) -> Table:
    rows = [
        {
            phrase("Cell"): cell.id,
            phrase("What is counted"): said(cell.counted),
            phrase("Unit"): said(cell.unit),
            phrase("Period"): said(cell.period),
            phrase("Seen or recalled"): certainty_told(cell.certainty),
            phrase("Source"): cell.source or NONE_HERE,
            phrase("To note"): said(cell.note) or NONE_HERE,
        }
        for cell in filled.form.cells
    ]
    title = phrase("Cells of the form")
    return plain_table(
        sheet_name(title),
        title,
        "cells",
        phrase("What each cell asks for, and how far it was seen."),
        rows,
    )


def _figures(filled: Filled) -> Table:
    """Every figure with all that makes it traceable; headings are names of columns, as in the CSV file."""
    formats = dict.fromkeys(("period_start", "period_end", "as_of"), DAY)
    formats |= dict.fromkeys(("numerator", "denominator"), COUNT) | {"missing_share": SHARE}
    title = phrase("Figures and where they come from")
    note = phrase(
        "One row an entry and period; the same as the CSV file. Mind the column stands: only some lines are what the form asks."
    )
    made = [
        {
            name: _cell(cell, line["shorthand"] if name in NUMBERS else "")
            for name, cell in line.items()
        }
        for line in lines(filled)
    ]
    return Table(sheet_name(title), title, "figures", note, [Part(made, formats)])


NUMBERS = ("number", "numerator", "denominator", "value", "lower", "upper")
"""Columns in which a blank says which blank it is."""


def _cell(cell, mark: str) -> float | str | date:
    if reads.is_missing(cell):
        return mark or NONE_HERE
    return str(cell).lower() if isinstance(cell, bool) else cell
