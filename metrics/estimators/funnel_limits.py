"""Lines of a funnel plot, for drawing only: what chance leaves of a target at each size.

Exact limits are interpolated between whole counts (Spiegelhalter 2005, Statistics in Medicine
24:1185, appendix A.1.1). To flag by them gives false alarms where counts are small: flags come from
`funnel_flag`.
"""

import numpy as np
from scipy.stats import binom, poisson

from metrics.estimators.byar import exact_count
from metrics.estimators.intervals import Intervals, counts, divided, normal_quantile


def share_limits(whole, target, level: float = 0.95) -> Intervals:
    """Limits of a share of `whole` units when the target is the truth: (target, lower, upper), 0 to 1."""
    whole, target = counts(whole, target)
    return _interpolated(lambda: binom(whole.astype(int), target), whole, target, level, 1.0)


def rate_limits(exposure, target, level: float = 0.95) -> Intervals:
    """Limits of a rate, in the unit of the target, when `target` times exposure events are expected."""
    exposure, target = counts(exposure, target)
    return _interpolated(lambda: poisson(target * exposure), exposure, target, level, np.inf)


def _interpolated(distribution, size, target, level: float, ceiling: float) -> Intervals:
    normal_quantile(level)  # refuses a level that is none
    law = distribution()
    limits = []
    for tail in ((1 - level) / 2, (1 + level) / 2):
        rank = law.ppf(tail)
        over = divided(law.cdf(rank) - tail, law.pmf(rank))
        limits.append(np.clip(divided(rank - over, size), 0.0, ceiling))
    empty = (size == 0) | np.isnan(size) | np.isnan(target)
    return Intervals(*(np.where(empty, np.nan, each) for each in (target, *limits)))


def normal_share_limits(whole, target, level: float = 0.95) -> Intervals:
    """What the UK health agency's package draws and calls Wilson: target ± z√(target(1 − target)/n).

    Kept to compare with its published tables; too narrow below for n under 50, and never used here.
    """
    whole, target = counts(whole, target)
    reach = normal_quantile(level) * np.sqrt(target * (1 - target) * divided(1, whole))
    return Intervals(target, np.maximum(target - reach, 0.0), np.minimum(target + reach, 1.0))


def rate_curve(events, target, level: float = 0.95, per: float = 1.0, years: float = 1.0):
    """The curve the UK health agency's package draws for rates: where a count would just be unusual.

    Returns two `Intervals`: for each count of events the exposure of one year, and the rate, at
    which the count lies on the lower and on the upper limit. `target` is per `per` units of exposure.
    """
    events, target = counts(events, target)
    found = exact_count(events, level=level)
    at = [divided(limit, target) * per / years for limit in (found.upper, found.lower)]
    exposure = Intervals(divided(found.value, target) * per / years, *at)
    rates = [per * divided(found.value, size * years) for size in at]
    return exposure, Intervals(target, *rates)
