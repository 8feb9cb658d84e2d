"""What is known of a cohort day by day: who was at risk, who ended and how, and what follows from it."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np


@dataclass(frozen=True)
class Curve:
    """Cumulative incidence of each cause, and survival, at each day of the table.

    All arrays run over `days` (ascending, distinct, whole days from the start of the clock):
    `at_risk` before the day's events, `events[cause]`, `censored` and `entered` (come under
    observation late) on the day, `survival` and `incidence[cause]` at its end. Between two days a
    curve stays where it was.
    """

    days: np.ndarray
    at_risk: np.ndarray
    events: dict[str, np.ndarray]
    censored: np.ndarray
    entered: np.ndarray
    survival: np.ndarray
    incidence: dict[str, np.ndarray]

    @cached_property
    def size(self) -> int:
        """How many there were in all, whenever they came under observation."""
        return int(self.censored.sum()) + self.events_until(math.inf)

    @cached_property
    def ended(self) -> np.ndarray:
        """How many ended on each day, by whatever cause."""
        return sum(self.events.values())

    def number_at_risk(self, day: float) -> int:
        """How many were followed, and without an end, just before `day`."""
        first = self.days.searchsorted(day)
        return int(self.at_risk[first]) if first < self.days.size else 0

    def events_until(self, day: float, cause: str | None = None) -> int:
        """How many ended by the end of `day`: by one cause, or by any."""
        upto = self.days.searchsorted(day, side="right")
        return int(self._reached[cause][upto - 1]) if upto else 0

    @cached_property
    def _reached(self) -> dict[str | None, np.ndarray]:
        """How many had ended by the end of each day: by each cause, and by any."""
        return {cause: counts.cumsum() for cause, counts in self.events.items()} | {
            None: self.ended.cumsum()
        }

    def survival_at(self, day: float) -> float:
        """Share without any end by the end of `day`."""
        upto = self.days.searchsorted(day, side="right")
        return float(self.survival[upto - 1]) if upto else 1.0

    def incidence_at(self, day: float, cause: str) -> float:
        """Share that ended by `cause` by the end of `day`."""
        upto = self.days.searchsorted(day, side="right")
        return float(self.incidence[cause][upto - 1]) if upto else 0.0

    def is_followed_to(self, day: float) -> bool:
        """True where the curve is known at `day`: somebody was followed that far, or nobody is left."""
        return self.number_at_risk(day) > 0 or (self.days.size > 0 and self.survival[-1] == 0)

    def standard_error(self, day: float, cause: str) -> float:
        """Standard error of `incidence_at(day, cause)`.

        Each day draws one of three fates: this cause, another, none. An end moves the curve by
        what it adds today, less what it takes from the days to come; the day's share of the
        variance is that of this move, written as squares so that nothing cancels.
        """
        upto = self.days.searchsorted(day, side="right")
        happened = self.ended[:upto] > 0
        if not happened.any():
            return 0.0
        n = self.at_risk[:upto][happened].astype(float)
        ended, so = self.ended[:upto][happened] / n, self.events[cause][:upto][happened] / n
        before = np.concatenate(([1.0], self.survival[: upto - 1]))[happened]
        to_come = (self.incidence[cause][upto - 1] - self.incidence[cause][:upto])[happened]
        # Where everybody left ended that day nothing is to come, and 0 times infinity is 0 here.
        lost = np.divide(to_come, 1 - ended, out=np.zeros_like(n), where=ended < 1)
        mean = so * before - ended * lost
        move = so * (before - lost - mean) ** 2 + (ended - so) * (lost + mean) ** 2
        return math.sqrt(((move + (1 - ended) * mean**2) / n).sum())

    def standard_errors(self, cause: str) -> np.ndarray:
        """Standard error of the incidence of `cause` at each day, in one pass.

        The same variance as above with what is to come, F(t) - F(day), multiplied out. Where it is
        zero a rounding error may be left, so one day alone is better asked for above.
        """
        n = np.maximum(self.at_risk, 1).astype(float)
        share, ended, so = self.incidence[cause], self.ended / n, self.events[cause] / n
        before = np.concatenate(([1.0], self.survival))[:-1]
        lost = np.divide(ended, n * (1 - ended), out=np.zeros_like(n), where=ended < 1)
        gain = before * so / n
        own = before**2 * so * (1 - so) / n
        square, double = np.cumsum(lost), np.cumsum(lost * share + gain)
        rest = np.cumsum(lost * share**2 + 2 * gain * share + own)
        return np.sqrt(np.maximum(0.0, share**2 * square - 2 * share * double + rest))

    def survival_error(self) -> np.ndarray:
        """Greenwood's standard error of the survival at each day; NaN where nobody is left."""
        n, d = self.at_risk.astype(float), self.ended.astype(float)
        with np.errstate(divide="ignore", invalid="ignore"):
            spread = np.where(d > 0, d / (n * (n - d)), 0.0)
            return self.survival * np.sqrt(np.cumsum(spread))
