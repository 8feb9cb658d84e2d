"""Between which places in an order a place may stand, given chance (Mogstad, Romano, Shaikh & Wilhelm 2024).

A place stands behind those that are clearly above it, and ahead of those clearly below it; all others
could come in any order. Each place is compared with every other at a level divided by their number
(Bonferroni), so the interval holds the true rank at least as often as it says, also where places
hardly differ. Ranks from simulated or bootstrapped truths do not: of twelve nearly equal places of 40
their 95 % interval misses one in seven. There is no function that gives a rank without its interval:
a single rank is noise told as news.
"""

import numpy as np

from metrics.estimators.intervals import counts, normal_quantile, parts_of


def rank_intervals_of_shares(part, whole, level: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """Lowest and highest place of each share, 1 being the largest share; whole numbers.

    Compared on the arcsine scale, where chance is alike for all shares (Anscombe 1948).
    """
    part, whole = parts_of(part, whole)
    return _places(np.arcsin(np.sqrt((part + 0.375) / (whole + 0.75))), 1 / (4 * whole + 2), level)


def rank_intervals_of_rates(events, exposure, level: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """The same for rates of events over exposure, compared on the root scale."""
    events, exposure = counts(events, exposure)
    return _places(np.sqrt((events + 0.375) / exposure), 1 / (4 * exposure), level)


def _places(value: np.ndarray, variance: np.ndarray, level: float) -> tuple[np.ndarray, np.ndarray]:
    others = max(1, len(value) - 1)
    reach = normal_quantile(1 - (1 - level) / others)
    away = (value[:, None] - value[None, :]) / np.sqrt(variance[:, None] + variance[None, :])
    above, below = (away < -reach).sum(axis=1), (away > reach).sum(axis=1)
    return 1 + above, len(value) - below
