"""Limits of a count of events by Byar's approximation, or exact ones below ten events.

Byar: Breslow & Day 1987, Statistical methods in cancer research II, chapter 2. Exact: Garwood 1936.
Which of the two, and from when, follows the UK health agency's technical guide (PHEindicatormethods).
"""

import numpy as np
from scipy.special import gammaincinv

from metrics.estimators.intervals import Intervals, counts, divided, normal_quantile

EXACT_BELOW = 10
"""Byar's approximation is used from this many events on."""


def byar(events, exposure=1.0, level: float = 0.95, per: float = 1.0) -> Intervals:
    """`per` times events over exposure. Arrays or numbers; a lower limit under zero is zero."""
    events, exposure = counts(events, exposure)
    z = normal_quantile(level)
    with np.errstate(divide="ignore", invalid="ignore"):
        below = events * (1 - 1 / (9 * events) - z / (3 * np.sqrt(events))) ** 3
    below = np.where(events == 0, 0.0, np.maximum(below, 0.0))
    above = events + 1
    above = above * (1 - 1 / (9 * above) + z / (3 * np.sqrt(above))) ** 3
    return Intervals(*(per * divided(each, exposure) for each in (events, below, above)))


def exact_count(events, exposure=1.0, level: float = 0.95, per: float = 1.0) -> Intervals:
    """The same with exact limits, which contain the truth at least as often as the level says."""
    events, exposure = counts(events, exposure)
    tail = (1 - level) / 2
    normal_quantile(level)  # refuses a level that is none
    below = np.where(events == 0, 0.0, gammaincinv(np.maximum(events, 1e-9), tail))
    above = gammaincinv(events + 1, 1 - tail)
    return Intervals(*(per * divided(each, exposure) for each in (events, below, above)))


def byar_or_exact(events, exposure=1.0, level: float = 0.95, per: float = 1.0) -> Intervals:
    """Exact limits below ten events, Byar's from ten on."""
    few = np.asarray(events, float) < EXACT_BELOW
    exact, approximate = (method(events, exposure, level, per) for method in (exact_count, byar))
    return Intervals(*(np.where(few, a, b) for a, b in zip(exact, approximate, strict=True)))
