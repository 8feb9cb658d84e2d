"""The gap between two groups within strata, put together (Mantel & Haenszel 1959).

Difference of shares: variance of Sato, Greenland & Robins 1989, right for many small strata as for
few large ones. Ratio of shares: Greenland & Robins 1985. Odds ratio, and the test of Cochran, Mantel
and Haenszel: statsmodels. Whether one number may stand for all strata: Breslow, Day and Tarone.
"""

import math
from dataclasses import dataclass

import numpy as np
from statsmodels.stats.contingency_tables import StratifiedTable

from metrics.estimators.breslow_day import breslow_day
from metrics.estimators.estimate import Estimate
from metrics.estimators.intervals import normal_quantile, parts_of

METHOD = "Mantel-Haenszel over strata, 95 %"
_NOTHING = Estimate(None, None, None, METHOD)


@dataclass(frozen=True)
class Adjusted:
    """Difference and ratio of shares within strata; `homogeneity_p` is small where strata disagree.

    Empty where no stratum holds both groups; no test of homogeneity with fewer than two strata in
    which some count and some do not.
    """

    difference: Estimate
    ratio: Estimate
    homogeneity_p: float | None
    strata: int


def mantel_haenszel(part, whole, other_part, other_whole, level: float = 0.95) -> Adjusted:
    """One number a stratum in each argument; strata without one of the groups say nothing and drop out."""
    a, n1, c, n0 = _with_both(part, whole, other_part, other_whole)
    z = normal_quantile(level)
    inside = _informative(a, n1, c, n0)
    odds, homogeneity_p = common_odds_ratio(*inside), None
    if len(inside[0]) > 1 and 0 < odds < math.inf:
        homogeneity_p = breslow_day(*inside, odds)
    return Adjusted(_difference(a, n1, c, n0, z), _ratio(a, n1, c, n0, z), homogeneity_p, len(a))


def mantel_haenszel_odds(
    part, whole, other_part, other_whole, level: float = 0.95
) -> tuple[Estimate, float | None]:
    """The odds ratio within strata, and the probability of so strong an association by chance."""
    a, n1, c, n0 = _informative(*_with_both(part, whole, other_part, other_whole))
    if not len(a):
        return _NOTHING, None
    tables = StratifiedTable(np.array([[a, n1 - a], [c, n0 - c]]))
    p = float(tables.test_null_odds().pvalue)
    if not 0 < common_odds_ratio(a, n1, c, n0) < math.inf:
        return _NOTHING, p
    limits = tables.oddsratio_pooled_confint(alpha=1 - level)
    return Estimate(tables.oddsratio_pooled, *limits, METHOD), p


def common_odds_ratio(a, n1, c, n0) -> float:
    """Infinite where its denominator is zero, NaN where both are."""
    above, below = (a * (n0 - c) / (n1 + n0)).sum(), (c * (n1 - a) / (n1 + n0)).sum()
    if below == 0:
        return math.inf if above else math.nan
    return float(above / below)


def _with_both(part, whole, other_part, other_whole) -> list[np.ndarray]:
    part, whole = parts_of(part, whole)
    other_part, other_whole = parts_of(other_part, other_whole)
    both = (whole > 0) & (other_whole > 0)
    return [each[both] for each in (part, whole, other_part, other_whole)]


def _informative(a, n1, c, n0) -> list[np.ndarray]:
    """The strata in which some count and some do not."""
    kept = (a + c > 0) & (a + c < n1 + n0)
    return [each[kept] for each in (a, n1, c, n0)]


def _difference(a, n1, c, n0, z: float) -> Estimate:
    n = n1 + n0
    weight = (n1 * n0 / n).sum()
    if weight == 0:
        return _NOTHING
    value = ((a * n0 - c * n1) / n).sum() / weight
    within = (c * (n1 / n) ** 2 - a * (n0 / n) ** 2 + n1 * n0 / n**2 * (n0 - n1) / 2).sum()
    around = ((a * (n0 - c) + c * (n1 - a)) / n).sum() / 2
    reach = z * math.sqrt(max(0.0, value * within + around)) / weight
    return Estimate(value, max(-1.0, value - reach), min(1.0, value + reach), METHOD)


def _ratio(a, n1, c, n0, z: float) -> Estimate:
    n = n1 + n0
    above, below = (a * n0 / n).sum(), (c * n1 / n).sum()
    if above == 0 or below == 0:
        return _NOTHING
    variance = ((n1 * n0 * (a + c) - a * c * n) / n**2).sum() / (above * below)
    factor = math.exp(z * math.sqrt(max(0.0, variance)))
    value = above / below
    return Estimate(value, value / factor, value * factor, METHOD)
