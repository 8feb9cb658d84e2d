"""The tables of a return's workbook: note, marks, the form, its cells, every figure traced."""

from datetime import date

from charts import format as reads
from charts.units import UNITS
from languages import phrase
from reports.returns.blanks import KINDS
from reports.returns.filled import Entry, Figure, Filled
from reports.returns.known import said
from reports.returns.lines import lines
from reports.returns.ministry_note import ministry_note
from reports.returns.told import (
    asked_told,
    beside_told,
    certainty_told,
    figure_told,
    given_told,
    statuses_told,
    value_unit,
)
from reports.sheets import Part, Table, plain_table, sheet_name
from reports.workbook_tables import COUNT, DAY, NONE_HERE, SHARE


def note_table(filled: Filled) -> Table:
    """The note for the ministry, a row a sentence."""
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


def marks_table(filled: Filled) -> Table:
    """Every mark that may stand in place of a number."""
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


def form_tables(filled: Filled) -> list[Table]:
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


def cells_table(filled: Filled) -> Table:
    """What each cell asks for, and how far it was seen."""
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


def figures_table(filled: Filled) -> Table:
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
