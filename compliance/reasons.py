"""Why a cell changed its state between two releases, as sentences."""

from collections.abc import Iterable

from compliance.piece import Piece, in_order
from compliance.rules import WITHDRAWN
from compliance.wording import NAMES, named, sentence

ANEW = "The duty or its rules were declared anew."
STAYS = "Nothing came in that answers it, so the state of the release before stays."
MOST = 3
"""Pieces named for one cause before the rest is only counted."""


def reason(
    now: dict | None, before: dict | None, pieces: Iterable[Piece], earlier: Iterable[Piece]
) -> str:
    """The causes that are found, each a sentence; `ANEW` where none is. None for a cell that is not there.

    `now` and `before` have applies, applies_because and rule; the pieces are those of the cell.
    """
    if before is None:
        return "The place, the duty or its aspect is new in this release."
    if now is None:
        return "The place, the duty or its aspect is no longer in the release."
    found = []
    if now["applies"] != before["applies"]:
        found.append(f"Whether the duty applies has changed: {now['applies_because']}")
    found += _of_evidence({each.id: each for each in pieces}, {each.id: each for each in earlier})
    if now["rule"] == WITHDRAWN and found:
        found.append(STAYS)
    return " ".join(found) or ANEW


def _of_evidence(now: dict[str, Piece], before: dict[str, Piece]) -> list[str]:
    came = [each for key, each in now.items() if key not in before]
    gone = [each for key, each in before.items() if key not in now]
    both = [(before[key], each) for key, each in now.items() if key in before]
    aged = [each for then, each in both if each.is_stale and not then.is_stale]
    overtaken = [e for then, e in both if then.is_current and not e.is_current and not e.is_stale]
    again = [e for then, e in both if e.is_current and not then.is_current]
    recounted = {_figure(each) for each in came} & {_figure(each) for each in gone} - {None}
    carried_out = [each for each in came if each.is_carried_out]
    done = {each.source for each in carried_out}
    fresh = [e for e in came if _figure(e) not in recounted and not e.is_carried_out]
    # What was asked for and is done now was not taken away.
    gone = [
        each
        for each in gone
        if _figure(each) not in recounted
        and not (each.kind == "recommendation" and each.source in done)
    ]
    return [
        *_told(map(sentence, in_order(carried_out))),
        *_each(fresh, "came in"),
        *(f"The {NAMES[kind]} “{title}” was counted anew." for kind, title in sorted(recounted)),
        *_each(gone, "was taken away"),
        *_each(aged, "grew older than three years"),
        *_each(overtaken, "was overtaken by a newer one of the same source"),
        *_each(again, "counts again"),
    ]


def _figure(piece: Piece) -> tuple[str, str] | None:
    """What names a figure from release to release; None for what is no figure or has no title."""
    return (piece.kind, piece.title) if piece.kind.endswith("figure") and piece.title else None


def _each(pieces: list[Piece], what: str) -> list[str]:
    return _told(f"{named(each)} {what}." for each in in_order(pieces))


def _told(sentences: Iterable[str]) -> list[str]:
    said = list(sentences)
    rest = len(said) - MOST
    return [*said[:MOST], f"So it is with {rest} more."] if rest > 0 else said
