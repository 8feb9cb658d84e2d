"""How often something happens to a person by a horizon, when it can happen again (Nelson 1988).

The mean cumulative function adds up events over persons still followed, day by day. Events of one
person belong together, so the standard error is that of the sum of persons' influences (Lawless &
Nadeau 1995), which is what R's survival package calls robust. An event on the last day followed counts.
The limits are those of the logarithm (Nelson 1995), so that they stay above zero.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from metrics.estimators.estimate import Estimate, Z

METHOD = "Mean cumulative function, cluster-robust, log, 95 %"


@dataclass(frozen=True)
class Recurrences:
    """Counts that are enough for the curve and its error, none of them about one person.

    `ends`: day and how many were followed to it and no further. `events`: day of an event, day its
    person was followed to, how many such. `pairs`: days of two events of one person, in either
    order and each event with itself, how many such.
    """

    ends: np.ndarray
    events: np.ndarray
    pairs: np.ndarray

    @classmethod
    def of(cls, ends: Sequence, events: Sequence, pairs: Sequence) -> "Recurrences":
        """From rows of numbers. Raises ValueError for an event after the end, or pairs that cannot be."""
        found = cls(_rows(ends, 2), _rows(events, 3), _rows(pairs, 3))
        if (found.events[:, 0] > found.events[:, 1]).any():
            raise ValueError("an event after the person was last followed")
        if found.pairs[:, 2].sum() < found.events[:, 2].sum():
            raise ValueError("every event is one of a pair with itself")
        return found

    @property
    def size(self) -> int:
        """How many persons there are."""
        return int(self.ends[:, 1].sum())

    def at_risk(self, days: np.ndarray) -> np.ndarray:
        """How many were followed to each of the days or further."""
        order = np.argsort(self.ends[:, 0], kind="stable")
        gone = np.concatenate(([0.0], np.cumsum(self.ends[order, 1])))
        return self.size - gone[np.searchsorted(self.ends[order, 0], days, side="left")]

    def events_until(self, day: float) -> int:
        """How many events there were by the end of `day`."""
        return int(self.events[self.events[:, 0] <= day, 2].sum())

    def mean_at(self, day: float) -> float:
        """Mean number of events a person by the end of `day`."""
        seen = self.events[self.events[:, 0] <= day]
        return float((seen[:, 2] / self.at_risk(seen[:, 0])).sum())

    def standard_error(self, day: float) -> float:
        """Standard error of `mean_at(day)`, events of one person taken together."""
        seen = self.events[self.events[:, 0] <= day]
        days, place = np.unique(seen[:, 0], return_inverse=True)
        n = self.at_risk(days)
        # What being followed takes from a person's influence, day by day.
        drift = np.cumsum(np.bincount(place, seen[:, 2], days.size) / n**2)
        taken = np.concatenate(([0.0], drift))

        def taken_by(ends: np.ndarray) -> np.ndarray:
            return taken[np.searchsorted(days, ends, side="right")]

        both = self.pairs[(self.pairs[:, :2] <= day).all(axis=1)]
        own = (both[:, 2] / self.at_risk(both[:, 0]) / self.at_risk(both[:, 1])).sum()
        mixed = (seen[:, 2] / n[place] * taken_by(seen[:, 1])).sum() if seen.size else 0.0
        drifted = (self.ends[:, 1] * taken_by(self.ends[:, 0]) ** 2).sum()
        return math.sqrt(max(0.0, own - 2 * mixed + drifted))


def mean_cumulative_at(table: Recurrences, horizon: float) -> Estimate:
    """Mean number of events a person within `horizon` days; empty when nobody was followed that long.

    With no event at all the upper limit is the exact one for none among those followed to the horizon.
    """
    followed = float(table.at_risk(np.array([horizon]))[0])
    if not followed:
        return Estimate(None, None, None, METHOD)
    if not table.events_until(horizon):
        return Estimate(0.0, 0.0, -math.log(0.025) / followed, METHOD)
    mean, error = table.mean_at(horizon), table.standard_error(horizon)
    factor = math.exp(Z * error / mean)
    return Estimate(mean, mean / factor, mean * factor, METHOD)


def _rows(rows: Sequence, width: int) -> np.ndarray:
    found = np.asarray(rows, float).reshape(-1, width)
    if found.size and ((found < 0).any() or not np.isfinite(found).all()):
        raise ValueError("days and counts are zero or more")
    return found
