"""A filled return as a report: the form, the note for the ministry, the marks, and where each number comes from."""

from collections.abc import Iterator

from charts import format as reads
from languages import current, direction, phrase, whole
from reports.blocks import Bullets, Facts, Heading, NewPage, Paragraph, Report, Table
from reports.returns.blanks import KINDS
from reports.returns.cell_blocks import cell_blocks
from reports.returns.filled import Filled
from reports.returns.known import said
from reports.returns.ministry_note import ministry_note
from reports.returns.told import (
    certainty_told,
)


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
                yield from cell_blocks(cell, filled)
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
            *_binding(filled),
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


def _binding(filled: Filled) -> Iterator[tuple[str, str]]:
    """Whether the duty to file binds this place; nothing where no text makes it one."""
    if not filled.binds:
        return
    told = {
        "yes": phrase("Yes, by what this release knows."),
        "no": phrase("No, by what this release knows."),
    }.get(filled.binds, phrase("This release does not know."))
    yield phrase("Does it bind this place"), " ".join([told, *filled.because])


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
