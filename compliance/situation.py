"""What the rules ask about a cell, with dates and names left out, so that alike cells are decided once."""

from dataclasses import dataclass

from compliance.forces import force_group
from compliance.piece import COMPLETING, JUDGED, NUMBERS, Piece

INDEPENDENT = frozenset("AB")
"""Grades that do not rest on one party's word: an independent body, or a State document others bear out."""
CLAIMED = frozenset("C")
"""Grade of what the State says of itself."""


@dataclass(frozen=True)
class Situation:
    """Findings of the current pieces of one cell; grades are those of its judgements."""

    is_binding: bool
    applies: str
    judged: frozenset[str] = frozenset()
    grades: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    happens: bool = False
    """A figure shows that it happens."""
    happens_by_case: bool = False
    """The figure comes from case data, not from the State's own publication."""
    nothing_seen: bool = False
    has_stale: bool = False
    """A piece that said something has grown too old."""
    has_any: bool = False

    @property
    def is_borne_out(self) -> bool:
        """Whether a figure supports those who say the duty is met.

        The State's own published figure does not bear out what only the State claims.
        """
        by_figure = self.happens_by_case or (self.happens and not self.grades <= CLAIMED)
        return "meets" in self.numbers or by_figure

    @property
    def is_only_told(self) -> bool:
        """Whether those who judged are all parties: the State itself, civil society or survivors."""
        return not self.grades & INDEPENDENT

    @property
    def is_seen(self) -> bool:
        """Whether any figure shows that the duty is at work."""
        return self.happens or bool(self.numbers)


def situation(
    force: str, applies: str, pieces: tuple[Piece, ...], now: tuple[Piece, ...]
) -> Situation:
    """What the rules ask of one cell with these pieces, of which those of `now` are current. ValueError for an unknown force or word for whether it applies."""
    if applies not in ("yes", "no", "not_known"):
        raise ValueError(f"{applies!r} does not say whether a duty applies")
    found = {each.finding for each in now}
    judgements = [each for each in now if each.finding in JUDGED]
    return Situation(
        is_binding=force_group(force) == "binding",
        applies=applies,
        judged=_judged(judgements),
        grades=frozenset(each.grade for each in judgements if each.grade),
        numbers=frozenset(found.intersection(NUMBERS)),
        happens="happens" in found,
        happens_by_case=any(e.finding == "happens" and e.kind == "figure" for e in now),
        nothing_seen="nothing_seen" in found,
        has_stale=any(each.is_stale and each.is_telling for each in pieces),
        has_any=bool(pieces),
    )


def _judged(pieces: list[Piece]) -> frozenset[str]:
    """What was found. Pieces of a kind that complete each other do not contradict: some met and some not is a part."""
    found = {each.finding for each in pieces if each.kind not in COMPLETING}
    for kind in COMPLETING:
        together = {each.finding for each in pieces if each.kind == kind}
        if {"met", "not_met"} <= together:
            together = together - {"met", "not_met"} | {"partly_met"}
        found |= together
    return frozenset(found)
