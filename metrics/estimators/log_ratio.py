"""The ratio of two independent shares, with limits on the log scale (Katz and others 1978).

Where nobody counts in one group the logarithm does not exist: half a unit is then added to parts and
wholes for the limits (Walter 1975). Where everybody counts in both groups the formula would claim to
know the ratio exactly: half a unit is then added to those who count and to those who do not.
"""

import numpy as np
from statsmodels.stats.proportion import confint_proportions_2indep

from metrics.estimators.intervals import Intervals, divided, normal_quantile, parts_of

METHOD = "Log ratio of shares, 95 %"


def log_ratio(part, whole, other_part, other_whole, level: float = 0.95) -> Intervals:
    """(part/whole) over (other_part/other_whole); no value where nobody counts in the other group."""
    part, whole = parts_of(part, whole)
    other_part, other_whole = parts_of(other_part, other_whole)
    normal_quantile(level)  # refuses a level that is none
    value = divided(divided(part, whole), divided(other_part, other_whole))
    nobody = (part == 0) | (other_part == 0)
    everybody = (part == whole) & (other_part == other_whole)
    half = np.where(nobody | everybody, 0.5, 0.0)
    more = half + np.where(everybody & ~nobody, 0.5, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        lower, upper = confint_proportions_2indep(
            part + half,
            whole + more,
            other_part + half,
            other_whole + more,
            method="log",
            compare="ratio",
            alpha=1 - level,
        )
    known = (whole > 0) & (other_whole > 0)
    return Intervals(value, *(np.where(known, each, np.nan) for each in (lower, upper)))
