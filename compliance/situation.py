"""What the rules ask about a cell, with dates and names left out, so that alike cells are decided once."""

from collections.abc import Iterable
from dataclasses import dataclass

from compliance.forces import force_group
from compliance.piece import BORNE_OUT, COMPLETING, FALLING_SHORT, FIGURES, NUMBERS, Piece

SHORTFALLS = ("not_met", "partly_met")
"""Judgements that something is wanting."""
FROM_BELOW = frozenset("D")
"""Grade of civil society and survivors, who say of others what these do not say of themselves."""


@dataclass(frozen=True)
class Situation:
    """Findings of the current pieces of one cell; judgements and grades are those that `weigh` lets decide."""

    is_binding: bool
    applies: str
    judged: frozenset[str] = frozenset()
    grades: frozenset[str] = frozenset()
    faulted_by: frozenset[str] = frozenset()
    """Grades of those who say that something is wanting."""
    numbers: frozenset[str] = frozenset()
    is_seen: bool = False
    """A figure shows that it happens."""
    happens: bool = False
    """Anything shows that it happens: a figure, a published report, a recommendation carried out."""
    nothing_seen: bool = False
    has_stale: bool = False
    """A piece that said something has grown too old."""
    has_any: bool = False

    @property
    def is_only_told(self) -> bool:
        """Whether those who judged are all parties: the State itself, civil society or survivors."""
        return not self.grades & BORNE_OUT

    @property
    def is_faulted_from_below(self) -> bool:
        """Whether only civil society or survivors say that something is wanting."""
        return self.faulted_by == FROM_BELOW

    @property
    def is_at_work(self) -> bool:
        """Whether any figure, or number of the instrument, shows that the duty is at work."""
        return self.is_seen or bool(self.numbers)


def weigh(now: Iterable[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Of current pieces, the judgements that decide, and those of one side that say otherwise.

    One side's word undoes nothing that is borne out. Beside judgements of grade A or B no other
    decides. Where a number that the instrument itself sets is not reached, one side may add that
    more is wanting, but not that all is well.
    """
    now = tuple(now)
    judgements = tuple(each for each in now if each.is_judgement)
    if decide := tuple(each for each in judgements if each.grade in BORNE_OUT):
        said = {each.finding for each in decide}
        return decide, tuple(each for each in judgements if each.finding not in said)
    if any(each.finding in FALLING_SHORT for each in now):
        decide = tuple(each for each in judgements if each.finding in SHORTFALLS)
        return decide, tuple(each for each in judgements if each.finding not in SHORTFALLS)
    return judgements, ()


def situation(
    force: str,
    applies: str,
    pieces: Iterable[Piece],
    now: Iterable[Piece],
    decide: Iterable[Piece],
) -> Situation:
    """What the rules ask of one cell with these pieces, of which those of `now` are current, and of these `decide` the judgements that do. ValueError for an unknown force or word for whether it applies."""
    if applies not in ("yes", "no", "not_known"):
        raise ValueError(f"{applies!r} does not say whether a duty applies")
    found = {each.finding for each in now}
    return Situation(
        is_binding=force_group(force) == "binding",
        applies=applies,
        judged=_judged(decide),
        grades=frozenset(each.grade for each in decide),
        faulted_by=frozenset(each.grade for each in decide if each.finding in SHORTFALLS),
        numbers=frozenset(found.intersection(NUMBERS)),
        is_seen=any(each.finding == "happens" and each.kind in FIGURES for each in now),
        happens="happens" in found,
        nothing_seen="nothing_seen" in found,
        has_stale=any(each.is_stale and each.is_telling for each in pieces),
        has_any=bool(pieces),
    )


def _judged(pieces: Iterable[Piece]) -> frozenset[str]:
    """What was found. Pieces of a kind that complete each other do not contradict: some met and some not is a part."""
    found = {each.finding for each in pieces if each.kind not in COMPLETING}
    for kind in COMPLETING:
        together = {each.finding for each in pieces if each.kind == kind}
        if {"met", "not_met"} <= together:
            together = together - {"met", "not_met"} | {"partly_met"}
        found |= together
    return frozenset(found)
