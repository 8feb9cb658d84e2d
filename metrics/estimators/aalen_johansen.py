"""Time to one of several ends, from a daily count table (Aalen & Johansen 1978).

Ties are exact: F_k(t) grows by S(t-) d_k/n, whatever else happens that day. Censoring on a day
counts as after the events of that day. The standard error is the delta method's (Dinse & Larson
1986), which without late entry equals the infinitesimal jackknife.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Curve:
    """Cumulative incidence of each cause, and survival, at each day of the table.

    All arrays run over `days` (ascending, distinct, whole days from the start of the clock):
    `at_risk` before the day's events, `events[cause]` and `censored` on the day, `survival` and
    `incidence[cause]` at its end. Between two days a curve stays where it was.
    """

    days: np.ndarray
    at_risk: np.ndarray
    events: dict[str, np.ndarray]
    censored: np.ndarray
    survival: np.ndarray
    incidence: dict[str, np.ndarray]

    @property
    def size(self) -> int:
        """How many were at risk on the first day."""
        return int(self.at_risk[0]) if self.days.size else 0

    def number_at_risk(self, day: float) -> int:
        """How many were still followed, and without an end, just before `day`."""
        later = np.searchsorted(self.days, day, side="left")
        return int(self.at_risk[later]) if later < self.days.size else 0

    def events_until(self, day: float, cause: str | None = None) -> int:
        """How many ended by the end of `day`: by one cause, or by any."""
        upto = np.searchsorted(self.days, day, side="right")
        counted = self.events.values() if cause is None else [self.events[cause]]
        return int(sum(events[:upto].sum() for events in counted))

    def survival_at(self, day: float) -> float:
        """Share without any end by the end of `day`."""
        upto = np.searchsorted(self.days, day, side="right")
        return float(self.survival[upto - 1]) if upto else 1.0

    def incidence_at(self, day: float, cause: str) -> float:
        """Share that ended by `cause` by the end of `day`."""
        upto = np.searchsorted(self.days, day, side="right")
        return float(self.incidence[cause][upto - 1]) if upto else 0.0

    def is_followed_to(self, day: float) -> bool:
        """True where the curve is known at `day`: somebody was followed that far, or nobody is left."""
        return self.number_at_risk(day) > 0 or (self.days.size > 0 and self.survival[-1] == 0)

    def standard_error(self, day: float, cause: str) -> float:
        """Standard error of `incidence_at(day, cause)`."""
        upto = np.searchsorted(self.days, day, side="right")
        if not upto:
            return 0.0
        n = self.at_risk[:upto].astype(float)
        d = sum(events[:upto] for events in self.events.values()).astype(float)
        d_cause = self.events[cause][:upto].astype(float)
        before = np.concatenate(([1.0], self.survival[: upto - 1]))
        to_come = self.incidence[cause][upto - 1] - self.incidence[cause][:upto]
        # Where everybody left ended that day nothing is to come, and 0 times infinity is 0 here.
        spread = np.divide(d, n * (n - d), out=np.zeros_like(n), where=n > d)
        terms = to_come**2 * spread
        terms += before**2 * d_cause * (n - d_cause) / n**3
        terms -= 2 * to_come * before * d_cause / n**2
        return math.sqrt(max(0.0, float(terms.sum())))


def aalen_johansen(
    days: Sequence[int], events: Mapping[str, Sequence[int]], censored: Sequence[int]
) -> Curve:
    """The curves of a daily count table: one row a day, one column a cause and one for censoring.

    Days may come in any order and more than once (their counts add up); a day without any count
    may be left out. Day 0 is allowed: an end on the day the clock starts is kept.
    """
    if not events:
        raise ValueError("name at least one cause of an end")
    given = np.asarray(days, float)
    columns = {cause: np.asarray(counts, np.int64) for cause, counts in events.items()}
    columns[""] = np.asarray(censored, np.int64)
    for counts in columns.values():
        if counts.shape != given.shape or (counts < 0).any():
            raise ValueError("each column holds one count of zero or more for each day")
    distinct, place = np.unique(given, return_inverse=True)
    if distinct.size and distinct[0] < 0:
        raise ValueError("a day before the start of the clock")
    summed = {}
    for cause, counts in columns.items():
        summed[cause] = np.zeros(distinct.size, np.int64)
        np.add.at(summed[cause], place, counts)
    leaving = sum(summed.values())
    at_risk = leaving[::-1].cumsum()[::-1]
    censored_by_day = summed.pop("")
    ended = sum(summed.values())
    n = np.maximum(at_risk, 1)
    survival = np.cumprod((n - ended) / n)
    before = np.concatenate(([1.0], survival[:-1]))
    incidence = {cause: np.cumsum(before * counts / n) for cause, counts in summed.items()}
    return Curve(distinct, at_risk, summed, censored_by_day, survival, incidence)
