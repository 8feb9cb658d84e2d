"""A filled return as a report: the form, the note for the ministry, the marks, and where each number comes from."""

from collections.abc import Iterator

from charts import format as reads
from charts.linkage import linkage
from languages import current, direction, phrase, whole
from reports.blocks import Bullets, Facts, Heading, NewPage, Paragraph, Report, Table
from reports.returns.blanks import KINDS
from reports.returns.filled import Entry, Filled
from reports.returns.form import Answer, Cell
from reports.returns.known import said
from reports.returns.ministry_note import ministry_note
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


def as_report(filled: Filled) -> Report:
    """The report in the language spoken now, to be written as PDF, DOCX or HTML."""
    release, form = filled.release, filled.form
    identity = phrase(
        "Release {release}, content {hash}",
        release=release["release_id"],
        hash=release["content_hash"][:12],
    )
    return Report(
        title=said(form.title),
        place=filled.labels.place(filled.place),
        period=years_told(filled),
        language=current(),
        direction=direction(),
        day=release["released_on"],
        facts=(
            (phrase("Return to"), said(form.body)),
            (phrase("Due"), said(form.deadline)),
            (phrase("Published"), reads.day(release["released_on"])),
            (phrase("Release"), release["release_id"]),
            (phrase("Content hash"), release["content_hash"]),
            (phrase("Return"), form.id),
        ),
        foot=(identity,),
        description=phrase(
            "{title}: {place}, filled from release {release}",
            title=said(form.title),
            place=filled.labels.place(filled.place),
            release=release["release_id"],
        ),
        mark=filled.mark,
        warning=warning(filled),
        blocks=tuple(_blocks(filled)),
    )


def years_told(filled: Filled) -> str:
    """2025, or 2022 to 2025."""
    first, last = filled.years[0], filled.years[-1]
    return str(last) if first == last else phrase("{first} to {last}", first=first, last=last)


def warning(filled: Filled) -> str:
    """What a reader must know before anything else."""
    told = phrase(
        "A draft filled by a program from published figures. It becomes a return when it is checked and signed."
    )
    if filled.form.certainty != "V" or any(cell.is_recalled for cell in filled.form.cells):
        recalled = phrase(
            "Parts of this form are recalled and not seen: check it against the official form."
        )
        return f"{told} {recalled}"
    return told


def _blocks(filled: Filled) -> Iterator:
    yield from _about(filled)
    for section in filled.form.sections:
        yield Heading(1, said(section))
        for cell in filled.form.cells:
            if cell.section == section:
                yield from _cell(cell, filled)
    yield NewPage()
    yield Heading(1, phrase("Note for the ministry"))
    for number, part in enumerate(ministry_note(filled)):
        yield Heading(2, part.title)
        yield from (Paragraph(sentence) for sentence in part.sentences)
        if part.items:
            yield Bullets(part.items)
        if not number:
            yield _signature()
    yield NewPage()
    yield from _marks(filled)
    yield from _sources(filled)


def _signature() -> Facts:
    lines = (phrase("Name and office"), phrase("Day"), phrase("Signature"))
    return Facts(tuple((line, "\u2026" * 20) for line in lines))


def _about(filled: Filled) -> Iterator:
    form = filled.form
    yield Heading(1, phrase("What is asked, and by whom"))
    yield Facts(
        (
            (phrase("It goes to"), said(form.body)),
            (phrase("Why it is owed"), said(form.basis)),
            (phrase("Period asked for"), said(form.reference_period)),
            (phrase("Due"), said(form.deadline)),
            (phrase("Signed by"), said(form.signed_by)),
            (phrase("Form or text"), form.url),
            (phrase("How far it was seen"), certainty_told(form.certainty)),
        )
    )
    total = filled.numbers + sum(filled.blanks.values())
    yield Paragraph(
        phrase(
            "{filled} of {total} entries of this return are filled. Every blank has a mark, which the pages after the form explain; none of them is a zero.",
            filled=whole(filled.numbers),
            total=whole(total),
        ),
        "lead",
    )


def _cell(cell: Cell, filled: Filled) -> Iterator:
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


def _marks(filled: Filled) -> Iterator:
    yield Heading(1, phrase("Marks in place of numbers"))
    rows = [
        (words.shorthand, words.label, words.meaning)
        for blank, words in KINDS.items()
        if blank in filled.blanks
        or any(figure.blank == blank for entry in filled.entries for figure in entry.beside)
    ]
    court = reads.PUBLIC_FACT
    rows.append((court.shorthand, court.label, court.meaning))
    headings = (phrase("Mark"), phrase("Word"), phrase("What it means"))
    yield Table(phrase("Marks"), headings, tuple(rows), widths=(0.1, 0.3, 0.6))


def _sources(filled: Filled) -> Iterator:
    yield Heading(1, phrase("Where each number comes from"))
    told = {}
    for cell in filled.form.cells:
        for answer in cell.answers:
            definition = filled.definitions.get(answer.metric)
            told[cell.id, answer.label] = (
                cell.id,
                said(answer.label),
                answer.metric,
                answer.measure,
                definition["definition_hash"] if definition else KINDS["not_told"].shorthand,
            )
    headings = (
        phrase("Cell"),
        phrase("Figure"),
        phrase("Metric"),
        phrase("Column"),
        phrase("Definition hash"),
    )
    note = phrase(
        "Column names the column of the table results. Numerator, denominator, interval and missing share of each number stand in the workbook and in the CSV file."
    )
    yield Table(phrase("Metrics behind the entries"), headings, tuple(told.values()), note=note)
