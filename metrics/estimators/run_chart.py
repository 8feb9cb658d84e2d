"""Whether a short series wanders from its median: the runs rules of a run chart (Anhøj & Olesen 2014)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import bdtr


@dataclass(frozen=True)
class RunChart:
    """The median, what was seen on its two sides, and what chance allows. `useful` points do not lie on it."""

    median: float
    useful: int
    longest_run: int
    longest_allowed: int
    crossings: int
    fewest_allowed: int

    @property
    def is_signal(self) -> bool:
        """True where a run is too long, or the line crosses the median too seldom, for chance alone."""
        return self.longest_run > self.longest_allowed or self.crossings < self.fewest_allowed


def run_chart(values: Sequence[float]) -> RunChart:
    """The longest run may be round(log2 n) + 3, the crossings as few as the 5 % quantile of a fair coin's.

    Raises ValueError for an empty series.
    """
    series = np.asarray(values, float)
    if not series.size:
        raise ValueError("a run chart needs points")
    median = float(np.median(series))
    side = np.sign(series - median)
    side = side[side != 0]
    changes = np.flatnonzero(np.diff(side))
    edges = np.concatenate(([-1], changes, [side.size - 1]))
    longest = int(np.diff(edges).max()) if side.size else 0
    allowed = round(math.log2(side.size)) + 3 if side.size else 0
    return RunChart(median, side.size, longest, allowed, changes.size, _quantile(side.size - 1))


def _quantile(steps: int) -> int:
    """Smallest k with P(X <= k) >= 5 %, X binomial with one half."""
    if steps < 1:
        return 0
    return int(np.searchsorted(bdtr(np.arange(steps + 1.0), steps, 0.5), 0.05))
