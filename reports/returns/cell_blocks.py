"""One cell of a form as blocks of a report."""

from collections.abc import Iterator

from charts import format as reads
from charts.linkage import linkage
from languages import phrase
from reports.blocks import Bullets, Facts, Heading, Paragraph, Table
from reports.returns.blanks import KINDS
from reports.returns.filled import Entry, Filled
from reports.returns.form import Answer, Cell
from reports.returns.known import said
from reports.returns.told import (
    asked_told,
    beside_told,
    certainty_told,
    figure_told,
    given_told,
    metric_told,
    statuses_told,
)

NARROW = 7
"""Letters of a number that a narrow column holds."""


def cell_blocks(cell: Cell, filled: Filled) -> Iterator:
    """Heading, what is asked, a table an answer, and what nothing answers."""
    yield Heading(2, phrase("{cell}: {counted}", cell=cell.id, counted=said(cell.counted)))
    pairs = [
        (phrase("Unit"), said(cell.unit)),
        (phrase("Period"), said(cell.period)),
        (phrase("Seen or recalled"), certainty_told(cell.certainty)),
    ]
    if cell.note:
        pairs.append((phrase("To note"), said(cell.note)))
    yield Facts(tuple(pairs))
    entries = filled.of_cell(cell)
    alone = [entry for entry in entries if entry.answer is None and entry.lacking is None]
    if alone:
        yield from _words(alone, filled)
    for answer in cell.answers:
        if mine := [each for each in entries if each.answer == answer]:
            yield _answer_table(answer, mine, filled)
    lacking = [entry for entry in entries if entry.lacking]
    if lacking:
        yield Bullets(
            tuple(
                phrase(
                    "{asked} {mark}: {why}",
                    asked=said(entry.asked),
                    mark=figure_told(entry.figures[-1], entry, filled),
                    why=said(entry.why),
                )
                for entry in lacking
            )
        )


def _words(entries: list[Entry], filled: Filled) -> Iterator:
    """A cell of text, or one that stays empty as a whole."""
    for entry in entries:
        blanks = set(entry.blanks)
        if len(blanks) == 1 and len(entry.blanks) == len(entry.figures):
            words = KINDS[blanks.pop()]
            why = said(entry.why) or words.label
            yield Paragraph(phrase("{mark} {why}", mark=words.shorthand, why=why))
        else:
            told = {each.start.year: figure_told(each, entry, filled) for each in entry.figures}
            yield Facts(tuple((str(year), words) for year, words in told.items()))


def _answer_table(answer: Answer, entries: list[Entry], filled: Filled) -> Table:
    years = [str(year) for year in filled.years]
    has_given = any(given_told(entry, filled) for entry in entries)
    has_beside = any(entry.beside for entry in entries)
    headings = [phrase("What is asked")]
    headings += [phrase("In the release")] if has_given else []
    headings += [*years, phrase("Status, or why blank")]
    headings += [phrase("Beside it: not what is asked")] if has_beside else []
    first = 2 if has_given else 1
    rows = []
    for entry in entries:
        row = [asked_told(entry)]
        row += [given_told(entry, filled) or "\u2013"] if has_given else []
        row += [figure_told(figure, entry, filled) for figure in entry.figures]
        row += [statuses_told(entry)]
        row += [beside_told(entry, filled) or "\u2013"] if has_beside else []
        rows.append(tuple(row))
    return Table(
        said(answer.label),
        tuple(headings),
        tuple(rows),
        frozenset(range(first, first + len(years))),
        _note(answer, entries, filled),
        _widths(rows, first, len(years), has_beside) if len(years) > 1 else (),
    )


def _widths(rows: list[tuple], first: int, years: int, has_beside: bool) -> tuple[float, ...]:
    """Shares of the width: years as wide as their longest number, the rest for words."""
    longest = max(len(cell) for row in rows for cell in row[first : first + years])
    year = 0.065 if longest <= NARROW else 0.11
    words = (1.5,) * first + (1.5,) + ((2,) if has_beside else ())
    share = (1 - years * year) / sum(words)
    told = [share * each for each in words]
    return (*told[:first], *(year,) * years, *told[first:])


def _note(answer: Answer, entries: list[Entry], filled: Filled) -> str:
    """Below a table: what differs, how it is counted, the metric and its definition."""
    parts = [said(answer.differs), said(answer.note)]
    parts.append(
        phrase(
            "Counted by {metric} ({metric_id}, {measure}).",
            metric=metric_told(answer.metric, filled),
            metric_id=answer.metric,
            measure=answer.measure,
        )
    )
    found = [
        figure for entry in entries for figure in (*entry.figures, *entry.beside) if figure.row
    ]
    days = sorted({reads.day(figure.row["as_of"]) for figure in found if figure.row["as_of"]})
    if len(days) == 1:
        parts.append(phrase("Data as of {day}.", day=days[0]))
    definition = filled.definitions.get(answer.metric)
    if found and definition and (missed := linkage(found[0].row, definition)):
        parts.append(phrase("To note: {words}.", words=missed))
    return " ".join(filter(None, parts))
