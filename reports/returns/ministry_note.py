"""The note for the ministry: what is blank and why, what may be asked for separately, what must be checked, who signs."""

from dataclasses import dataclass

from languages import phrase, phrase_for, whole
from reports.returns.blanks import CONFIDENTIAL, KINDS
from reports.returns.filled import Entry, Filled
from reports.returns.form import Cell
from reports.returns.known import said
from reports.returns.told import asked_told, certainty_told, metric_told


@dataclass(frozen=True)
class Part:
    """A part of the note: a heading, sentences, and a list."""

    title: str
    sentences: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


def ministry_note(filled: Filled) -> tuple[Part, ...]:
    """The parts of the note, in the language spoken now."""
    parts = (
        _signing(filled),
        _blanks(filled),
        _confidential(filled),
        _not_sent(filled),
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
    return "; ".join(
        phrase("{cell} ({parts})", cell=cell, parts=", ".join(parts)) if any(parts) else cell
        for cell, parts in (
            (cell, [part for part in parts if part]) for cell, parts in told.items()
        )
    )


def _where(entry: Entry) -> str:
    if entry.split:
        return said(entry.split.title)
    return said(entry.asked) if entry.asked else ""


def _confidential(filled: Filled) -> Part:
    items = []
    for cell in filled.form.cells:
        found = filled.of_cell(cell)
        if any(entry.is_confidential for entry in found):
            items.append(
                phrase(
                    "{cell}: {entries}. Held by: {holders}.",
                    cell=cell.id,
                    entries=_named(found),
                    holders=_holders(cell, filled),
                )
            )
    if not items:
        return Part("")
    return Part(
        phrase("Figures that may be asked for separately"),
        (
            phrase(
                "This release keeps these numbers back, or tells them more coarsely, because few people may stand behind them; some of them are large and were hidden only to protect others. They are not in this file in any form, and cannot be had from it or from whoever made it."
            ),
            phrase(
                "Where the body that asks has a right to confidential figures, the ministry asks the agencies named below, which hold the facts, and not this release."
            ),
            phrase(
                "Safeguards: in writing and for this return alone; aggregated, never a row about a person; over an encrypted channel to named persons under a duty of secrecy; every small number marked as confidential, so that the receiving body does not publish it; not joined with the figures published here in any paper that leaves these hands; deleted when the return is closed; and the request kept on record."
            ),
        ),
        tuple(items),
    )


def _not_sent(filled: Filled) -> Part:
    items = [
        phrase("{cell}. Held by: {holders}.", cell=cell.id, holders=_holders(cell, filled))
        for cell in filled.form.cells
        if any("not_reported" in entry.blanks for entry in filled.of_cell(cell))
    ]
    if not items:
        return Part("")
    return Part(
        phrase("Figures that nobody sent"),
        (
            phrase(
                "The agencies of the place did not send the facts behind these cells. The return stays blank there until they do, or until the ministry fills it from another source and names that source."
            ),
        ),
        tuple(items),
    )


def _named(entries: tuple[Entry, ...]) -> str:
    """The entries kept back: a whole breakdown by its name, parts of one by their categories."""
    told: dict[tuple[str, str], dict[str, None]] = {}
    for entry in entries:
        if not entry.is_confidential:
            continue
        kinds = dict.fromkeys(blank for blank in entry.blanks if blank in CONFIDENTIAL)
        marks = " ".join(KINDS[blank].shorthand for blank in kinds)
        same = [
            each for each in entries if (each.answer, each.split) == (entry.answer, entry.split)
        ]
        is_whole = entry.split and all(each.is_confidential for each in same)
        name = said(entry.split.title) if is_whole else asked_told(entry)
        told.setdefault((said(entry.answer.label), marks), {})[name] = None
    return "; ".join(
        phrase("{what} {marks}: {entries}", what=label, marks=marks, entries=", ".join(asked))
        for (label, marks), asked in told.items()
    )


def _holders(cell: Cell, filled: Filled) -> str:
    named = []
    for kind in cell.held_by:
        label = filled.labels.category("agency_kind", kind)
        names = filled.holders.get(kind)
        named.append(
            phrase("{kind} ({names})", kind=label, names=", ".join(names)) if names else label
        )
    return ", ".join(named) or phrase("the agencies that count it")


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
