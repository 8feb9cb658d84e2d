"""Limits of natural variation for single values in order of time: the XmR chart (Wheeler 1993).

The centre is the mean; the limits lie 2.66 mean moving ranges from it. Moving ranges of 3.267 times
their mean or more come from the very jumps the chart should show, so they are left out of the mean,
once (as in NHS England's Making Data Count).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

import numpy as np

REACH = 2.66
"""Limits: 3 standard deviations, for a mean moving range of 1.128 standard deviations."""
SCREEN = 3.267


@dataclass(frozen=True)
class Limits:
    """Centre line and the limits of natural variation around it, one number each a point."""

    centre: np.ndarray
    lower: np.ndarray
    upper: np.ndarray


def xmr(values: Sequence[float], baseline: int | None = None, is_screened: bool = True) -> Limits:
    """Limits of a series, from its first `baseline` points or from all.

    Raises ValueError for fewer than two points or a value that is not finite.
    """
    series = np.asarray(values, float)
    known = series[:baseline]
    if known.size < 2 or not np.isfinite(series).all():
        raise ValueError("limits need two or more finite values")
    ranges = np.abs(np.diff(known))
    mean_range = ranges.mean()
    if is_screened and mean_range > 0:
        mean_range = ranges[ranges < SCREEN * mean_range].mean()
    # The exact mean, rounded once: a point that lies on it lies on neither side.
    level = np.full(series.size, mean(known.tolist()))
    return Limits(level, level - REACH * mean_range, level + REACH * mean_range)
