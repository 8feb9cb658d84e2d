"""The note for the ministry: what is blank and why, what may be asked for separately, what must be checked, who signs."""

from charts.joining import in_turn
from languages import phrase, phrase_for, whole
from reports.returns.blanks import KINDS
from reports.returns.filled import Entry, Filled
from reports.returns.held_elsewhere import confidential, not_sent
from reports.returns.known import said
from reports.returns.note_part import Part
from reports.returns.told import certainty_told, metric_told


def ministry_note(filled: Filled) -> tuple[Part, ...]:
    """The parts of the note, in the language spoken now."""
    parts = (
        _signing(filled),
        _blanks(filled),
        confidential(filled),
        not_sent(filled),
        _differing(filled),
        _coarser(filled),
        _recalled(filled),
        _tracing(filled),
    )
    return tuple(part for part in parts if part.sentences or part.items)


def _signing(filled: Filled) -> Part:
    form = filled.form
    return Part(
        phrase("Who signs, and when it is due"),
        (
            phrase(
                "This paper is a draft for whoever signs: it fills the form from a published release and decides nothing."
            ),
        ),
        (
            phrase("It goes to: {body}", body=said(form.body)),
            phrase("Due: {deadline}", deadline=said(form.deadline)),
            phrase("Signed by: {signer}", signer=said(form.signed_by)),
            *map(said, form.notes),
        ),
    )


def _blanks(filled: Filled) -> Part:
    blanks = filled.blanks
    total = filled.numbers + sum(blanks.values())
    sentences = (
        phrase(
            "{filled} of {total} entries are filled, each year of a category being an entry. The others are blank for these reasons, and none of them is a zero.",
            filled=whole(filled.numbers),
            total=whole(total),
        ),
    )
    items = []
    for blank in (each for each in KINDS if each in blanks):
        words = KINDS[blank]
        items.append(
            phrase(
                "{mark} {label} ({entries}): {meaning} Cells: {cells}",
                mark=words.shorthand,
                label=words.label,
                entries=phrase_for(blanks[blank], "{number} entry", "{number} entries"),
                meaning=words.meaning,
                cells=_cells_with(filled, blank),
            )
        )
    return Part(phrase("What is blank, and why"), sentences, tuple(items))


def _cells_with(filled: Filled, blank: str) -> str:
    """The cells that have a blank, each with the breakdowns in which it stands."""
    told: dict[str, dict[str, None]] = {}
    for entry in filled.entries:
        if blank in entry.blanks:
            told.setdefault(entry.cell.id, {})[_where(entry)] = None
    return in_turn(
        phrase("{cell} ({parts})", cell=cell, parts=", ".join(parts)) if any(parts) else cell
        for cell, parts in (
            (cell, [part for part in parts if part]) for cell, parts in told.items()
        )
    )


def _where(entry: Entry) -> str:
    if entry.split:
        return said(entry.split.title)
    return said(entry.asked) if entry.asked else ""


def _differing(filled: Filled) -> Part:
    items = [
        phrase(
            "{cell}: {metric}. {difference}",
            cell=cell.id,
            metric=metric_told(answer.metric, filled),
            difference=said(answer.differs),
        )
        for cell in filled.form.cells
        for answer in cell.answers
        if answer.differs
    ]
    if not items:
        return Part("")
    return Part(
        phrase("Figures beside the form that are not what it asks"),
        (
            phrase(
                "These are the nearest published figures. They stand beside the entry and never in it: they must not be sent as if they were what is asked, unless the difference is said with them."
            ),
        ),
        tuple(items),
    )


def _coarser(filled: Filled) -> Part:
    told: dict[tuple[str, str], dict[str, None]] = {}
    for cell in filled.form.cells:
        for split in (each for answer in cell.answers for each in answer.splits if each.note):
            told.setdefault((split.title, split.note), {})[cell.id] = None
    items = [
        phrase(
            "{breakdown}: {note} Cells: {cells}",
            breakdown=said(title),
            note=said(note),
            cells=", ".join(cells),
        )
        for (title, note), cells in told.items()
    ]
    return Part(
        phrase("Where the release is coarser or finer than the form"),
        (
            phrase(
                "Several categories of the release for one of the form stand in rows of their own. Nothing is added up here: a sum may be made only where no part of it and no total beside it is blank, or it may tell what was hidden."
            ),
        ),
        tuple(items),
    )


def _recalled(filled: Filled) -> Part:
    cells = [cell for cell in filled.form.cells if cell.is_recalled]
    items = [
        phrase("{cell}: {counted}", cell=cell.id, counted=said(cell.counted)) for cell in cells
    ]
    sentences = (
        phrase(
            "The return as a whole: {certainty}.", certainty=certainty_told(filled.form.certainty)
        ),
    )
    if cells:
        sentences += (
            phrase(
                "The words and the layout of these cells are recalled and were not seen: check each against the official form before it is filed."
            ),
        )
    return Part(phrase("What must be checked against the official form"), sentences, tuple(items))


def _tracing(filled: Filled) -> Part:
    release = filled.release
    return Part(
        phrase("How each number can be traced"),
        (
            phrase(
                "Every number is a row of the table results of release {release} (content hash {hash}), found by metric, place, period, breakdown and category; the table of sources at the end, the workbook and the CSV file name the metric and the hash of its definition.",
                release=release["release_id"],
                hash=release["content_hash"],
            ),
            phrase(
                "Whoever holds the release file can check it with the command verify, and can read the same rows by SQL. A number that was corrected by hand is no longer one of this release: say so where it stands."
            ),
        ),
    )
