"""Which offer one table is told by, and the sentence that says why."""

from typing import NamedTuple

import numpy as np

from disclosure.planning.columns import band
from disclosure.planning.lengths import DOUBLE, PART, YEAR
from disclosure.planning.offers import Family, Offer
from disclosure.policy import threshold

NO_OFFER = Offer(PART, (), "the part of a year that the data cover", "It is the only period.")
AS_BEFORE = "as in the release before, so that nothing is told finer than it was"
AS_BLANK = "since too much of it would be hidden if it were told finer"
AS_TOTAL = "since its total is told by no shorter periods"


class Facts(NamedTuple):
    """What the choice needs to know of each result of a table, one entry a row."""

    length: np.ndarray
    merged: np.ndarray
    counted: np.ndarray
    sensitive: np.ndarray
    start: np.ndarray
    end: np.ndarray

    def of(self, places: np.ndarray) -> "Facts":
        return Facts(*(values[places] for values in self))


class Choice(NamedTuple):
    """The offer of one table, a mask over its rows, and why."""

    offer: Offer
    told: np.ndarray
    passed_over: tuple[str, ...]
    sensitive: str | None
    reason: str


class Ways:
    """The offers that tell different rows of one table, from finest to coarsest, with the rows they tell.

    What each offer tells depends on the results alone, so that it is found once for all choices.
    """

    def __init__(self, family: Family, facts: Facts):
        self._family, self._part = family, facts.length == PART
        if self._part.all():
            return
        self._told = _ways(family, facts)
        self._densities = {offer: _density(facts, told) for offer, told in self._told.items()}

    def pick(self, before: str | None, total: Offer | None, blank: str | None = None) -> Choice:
        """The first offer within the limit, no finer than `before` (the offer of the release before) and `total` (the total's), and coarser than `blank`.

        Where no offer is within the limit, the last one is taken: for detail that is to leave it out.
        """
        if self._part.all():
            reason = "The data lie within one year, told as one period."
            return Choice(NO_OFFER, self._part, (), None, reason)
        offers = list(self._told)
        open_offers, reason = _open_offers(self._family, offers, before, total, blank)
        tried = [offer for offer in offers if offer in open_offers] or offers[-1:]
        limit = threshold(self._family.limit)
        shares = [self._densities[offer] for offer in tried]
        place = next((n for n, share in enumerate(shares) if share <= limit), len(tried) - 1)
        offer, dense = tried[place], place > 0
        return Choice(
            offer,
            self._told[offer] | self._part,
            tuple(each.name for each in offers[: offers.index(offer)]),
            band(shares[0]) if dense else None,
            _sentence(offer, tried[place - 1] if dense else None, reason),
        )


def _ways(family: Family, facts: Facts) -> dict[Offer, np.ndarray]:
    found: dict[Offer, np.ndarray] = {}
    seen = set()
    for offer in family.offers:
        told = _told(offer, facts, stands_alone=family.stands_alone)
        if (told.any() or not offer.periods) and told.tobytes() not in seen:
            seen.add(told.tobytes())
            found[offer] = told
    # A table of which only other lengths exist is told as it is.
    return found or {family.offers[0]: np.ones(len(facts.length), dtype=bool)}


def _told(offer: Offer, facts: Facts, *, stands_alone: bool) -> np.ndarray:
    level = facts.merged if offer.merged and facts.merged.any() else ~facts.merged
    told = np.isin(facts.length, offer.periods) & level
    if stands_alone and told.any() and YEAR not in offer.periods:
        told |= _alone(facts, told) & level
    return told


def _alone(facts: Facts, told: np.ndarray) -> np.ndarray:
    """Years and blocks that overlap no period told; of two that overlap one another, the longer one."""
    left = ~told & ~np.isin(facts.length, [PART, DOUBLE])
    start, end = facts.start, facts.end
    covered = set(zip(start[told], end[told], strict=True))
    alone = np.zeros(len(facts.length), dtype=bool)
    others = set(zip(start[left], end[left], strict=True))
    for first, last in sorted(others, key=lambda span: (span[0] - span[1], span[0])):
        if not any(first <= until and since <= last for since, until in covered):
            covered.add((first, last))
            alone |= left & (start == first) & (end == last)
    return alone


def _density(facts: Facts, told: np.ndarray) -> float:
    """Share of sensitive rows among those with a count; none where nothing is counted."""
    cells = told & facts.counted
    return float(facts.sensitive[cells].mean()) if cells.any() else 0.0


def _open_offers(
    family: Family, ways: list[Offer], before: str | None, total: Offer | None, blank: str | None
) -> tuple[list[Offer], str | None]:
    names = [offer.name for offer in family.offers]
    first = names.index(before) if before in names else 0
    reason = AS_BEFORE if first else None
    told = [offer.name for offer in ways]
    if blank in told[:-1]:
        # Offers that tell the same rows are no way out.
        coarser = names.index(told[told.index(blank) + 1])
        first, reason = (coarser, AS_BLANK) if coarser > first else (first, reason)
    offers = list(family.offers[first:])
    if total is None or not offers or offers[0].fineness >= total.fineness:
        return offers, reason
    return [offer for offer in offers if offer.fineness >= total.fineness], AS_TOTAL


def _sentence(offer: Offer, passed_over: Offer | None, reason: str | None) -> str:
    told = offer.told[0].upper() + offer.told[1:]
    if passed_over:
        return f"{told}, since too many counts by {passed_over.told} would be of few people."
    return f"{told}, {reason}." if reason else f"{told}, the finest that the plan has for it."
