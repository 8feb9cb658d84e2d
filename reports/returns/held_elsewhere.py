"""What a release does not tell and agencies of the place hold: for the note to the ministry."""

from charts.joining import in_turn
from languages import phrase
from reports.returns.blanks import CONFIDENTIAL, KINDS
from reports.returns.filled import Entry, Filled
from reports.returns.form import Cell
from reports.returns.known import said
from reports.returns.note_part import Part
from reports.returns.told import asked_told


def confidential(filled: Filled) -> Part:
    """Numbers that are kept back here, which agencies hold them, and under which safeguards they may be asked for."""
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


def not_sent(filled: Filled) -> Part:
    """Cells behind which no agency sent the facts, and who would have to."""
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
    return in_turn(
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
