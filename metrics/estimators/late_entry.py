"""Those who come under observation after their clock started: at risk from the day after they did.

A person is at risk on day t where entry < t <= exit. From a table of (entry, exit, end, count) this
gives the daily table with its column of entries, and the infinitesimal jackknife's standard error:
the root of the squared influence of every person on the curve (Therneau & Grambsch 2000, ch. 2).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from metrics.estimators.aalen_johansen import aalen_johansen
from metrics.estimators.curve import Curve

START = -1
"""Entry of whoever was there when the clock started: the day before its day 0."""


@dataclass(frozen=True)
class Spells:
    """Persons alike: `counts` of them entered at the end of day `entries` and left on day `exits` by `ends` ("" is censored)."""

    entries: np.ndarray
    exits: np.ndarray
    ends: np.ndarray
    counts: np.ndarray

    @classmethod
    def of(cls, entries: Sequence, exits: Sequence, ends: Sequence, counts: Sequence) -> "Spells":
        """From one sequence a column. Raises ValueError where an exit does not come after the entry."""
        found = cls(
            np.asarray(entries, float), np.asarray(exits, float), np.asarray(ends, str),
            np.asarray(counts, np.int64),
        )  # fmt: skip
        if (found.exits <= found.entries).any() or (found.entries < START).any():
            raise ValueError(
                "a person is seen from the day after the entry on, and leaves then or later"
            )
        return found

    def curve(self) -> Curve:
        """Aalen-Johansen curves; Kaplan-Meier where there is one cause."""
        late = self.entries > START
        days = np.concatenate((self.exits, self.entries[late]))
        nobody = np.zeros(int(late.sum()), np.int64)
        counted = {
            end: np.concatenate((np.where(self.ends == end, self.counts, 0), nobody))
            for end in sorted(set(self.ends) | {""})
        }
        entered = np.concatenate((0 * self.counts, self.counts[late]))
        censored = counted.pop("")
        return aalen_johansen(days, counted or {"end": 0 * censored}, censored, entered)

    def jackknife_error(self, day: float, cause: str) -> float:
        """Standard error of the share that ended by `cause` by the end of `day`."""
        curve = self.curve()
        upto = int(np.searchsorted(curve.days, day, side="right"))
        n = np.maximum(curve.at_risk[:upto], 1).astype(float)
        ended = curve.ended[:upto] / n
        before = np.concatenate(([1.0], curve.survival))[:upto]
        to_come = curve.incidence_at(day, cause) - curve.incidence[cause][:upto]
        lost = np.divide(to_come, n * (1 - ended), out=np.zeros_like(n), where=ended < 1)
        # Being at risk on a day lowers the share that ends so, and the share lost for the days to come.
        drift = np.cumsum(before * curve.events[cause][:upto] / n**2 - ended * lost)
        seen = np.concatenate(([0.0], drift))
        stay = seen[np.searchsorted(curve.days[:upto], self.exits, side="right")]
        stay -= seen[np.searchsorted(curve.days[:upto], self.entries, side="right")]
        influence = -stay
        happened = (self.exits <= day) & (self.ends != "")
        place = np.searchsorted(curve.days, self.exits[happened])
        influence[happened] -= lost[place]
        influence[happened] += np.where(self.ends[happened] == cause, (before / n)[place], 0.0)
        return math.sqrt((self.counts * influence**2).sum())
