"""The gap between two groups within strata, put together (Mantel & Haenszel 1959).

Difference of shares: variance of Sato, Greenland & Robins 1989, right for many small strata as for
few large ones. Ratio of shares: Greenland & Robins 1985. Whether one number may stand for all strata:
Breslow & Day's test with Tarone's correction, on the odds scale.
"""

import math
from dataclasses import dataclass

import numpy as np
from statsmodels.stats.contingency_tables import StratifiedTable

from metrics.estimators.estimate import Estimate
from metrics.estimators.intervals import normal_quantile, parts_of

METHOD = "Mantel-Haenszel over strata, 95 %"


@dataclass(frozen=True)
class Adjusted:
    """Difference, ratio and odds ratio within strata; `homogeneity_p` is small where strata differ from one another.

    `p` tests no association within any stratum (Cochran, Mantel & Haenszel). None where no stratum
    holds both groups, or, for the test of homogeneity, fewer than two strata are informative.
    """

    difference: Estimate
    ratio: Estimate
    odds_ratio: Estimate
    p: float | None
    homogeneity_p: float | None
    strata: int


def mantel_haenszel(part, whole, other_part, other_whole, level: float = 0.95) -> Adjusted:
    """One number a stratum in each argument; strata without one of the groups say nothing and drop out."""
    part, whole = parts_of(part, whole)
    other_part, other_whole = parts_of(other_part, other_whole)
    both = (whole > 0) & (other_whole > 0)
    a, n1, c, n0 = (each[both] for each in (part, whole, other_part, other_whole))
    z = normal_quantile(level)
    odds_ratio, p, homogeneity_p = _odds(a, n1, c, n0, level)
    return Adjusted(
        _difference(a, n1, c, n0, z), _ratio(a, n1, c, n0, z), odds_ratio, p, homogeneity_p, len(a)
    )


def _difference(a, n1, c, n0, z: float) -> Estimate:
    n = n1 + n0
    weight = (n1 * n0 / n).sum()
    if weight == 0:
        return Estimate(None, None, None, METHOD)
    value = ((a * n0 - c * n1) / n).sum() / weight
    within = (c * (n1 / n) ** 2 - a * (n0 / n) ** 2 + n1 * n0 / n**2 * (n0 - n1) / 2).sum()
    around = ((a * (n0 - c) + c * (n1 - a)) / n).sum() / 2
    reach = z * math.sqrt(max(0.0, value * within + around)) / weight
    return Estimate(value, max(-1.0, value - reach), min(1.0, value + reach), METHOD)


def _ratio(a, n1, c, n0, z: float) -> Estimate:
    n = n1 + n0
    above, below = (a * n0 / n).sum(), (c * n1 / n).sum()
    if above == 0 or below == 0:
        return Estimate(None, None, None, METHOD)
    variance = ((n1 * n0 * (a + c) - a * c * n) / n**2).sum() / (above * below)
    factor = math.exp(z * math.sqrt(max(0.0, variance)))
    value = above / below
    return Estimate(value, value / factor, value * factor, METHOD)


def _odds(a, n1, c, n0, level: float) -> tuple[Estimate, float | None, float | None]:
    events = a + c
    informative = (events > 0) & (events < n1 + n0)
    a, n1, c, n0 = (each[informative] for each in (a, n1, c, n0))
    nothing = Estimate(None, None, None, METHOD)
    if not len(a):
        return nothing, None, None
    tables = StratifiedTable(np.array([[a, n1 - a], [c, n0 - c]]))
    p = float(tables.test_null_odds().pvalue)
    if not (a * (n0 - c)).sum() or not (c * (n1 - a)).sum():
        return nothing, p, None
    limits = tables.oddsratio_pooled_confint(alpha=1 - level)
    odds_ratio = Estimate(tables.oddsratio_pooled, *limits, METHOD)
    if len(a) < 2:
        return odds_ratio, p, None
    return odds_ratio, p, float(tables.test_equal_odds(adjust=True).pvalue)
