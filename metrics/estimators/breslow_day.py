"""Whether an odds ratio is the same in all strata (Breslow & Day 1980, section 4.4; Tarone 1985).

Own code, because the library divides by zero where the common odds ratio is exactly 1.
"""

import numpy as np
from scipy.special import chdtrc


def breslow_day(part, whole, other_part, other_whole, odds_ratio: float) -> float:
    """The probability of strata differing so much if all had this odds ratio; two strata or more.

    Every stratum needs units of both groups, and units that count as well as units that do not.
    """
    part, whole, other_part, other_whole = (
        np.asarray(each, float) for each in (part, whole, other_part, other_whole)
    )
    expected = _expected(part + other_part, whole, other_whole, odds_ratio)
    others = part + other_part - expected
    cells = np.array([expected, whole - expected, others, other_whole - others])
    variance = 1 / (1 / cells).sum(axis=0)
    away = part - expected
    statistic = (away**2 / variance).sum() - away.sum() ** 2 / variance.sum()
    return float(chdtrc(len(part) - 1, max(0.0, statistic)))


def _expected(events, whole, other_whole, odds_ratio: float) -> np.ndarray:
    """Events in the group that give the stratum this odds ratio, its margins fixed: the root of a quadratic."""
    a = 1 - odds_ratio
    b = other_whole - events + odds_ratio * (whole + events)
    c = odds_ratio * whole * events
    root = np.sqrt(b**2 + 4 * a * c)
    # One of the two ways to write the root never subtracts nearly equal numbers.
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(b > 0, 2 * c / (b + root), (root - b) / (2 * a))
