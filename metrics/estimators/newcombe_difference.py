"""The difference of two independent shares (Newcombe 1998, Statistics in Medicine 17:873, method 10)."""

import numpy as np
from statsmodels.stats.proportion import confint_proportions_2indep

from metrics.estimators.intervals import Intervals, divided, normal_quantile, parts_of

METHOD = "Newcombe's hybrid score interval of a difference, 95 %"


def newcombe_difference(part, whole, other_part, other_whole, level: float = 0.95) -> Intervals:
    """part/whole minus other_part/other_whole, from -1 to 1. Arrays or numbers.

    The score interval of the same library is wrong and not used.
    """
    part, whole = parts_of(part, whole)
    other_part, other_whole = parts_of(other_part, other_whole)
    normal_quantile(level)  # refuses a level that is none
    with np.errstate(divide="ignore", invalid="ignore"):
        lower, upper = confint_proportions_2indep(
            part, whole, other_part, other_whole, method="newcomb", alpha=1 - level
        )
    value = divided(part, whole) - divided(other_part, other_whole)
    # Where all of one group count and none of the other, rounding would put a limit beyond the ends.
    lower, upper = np.clip(lower, -1, value), np.clip(upper, value, 1)
    return Intervals(value, *(np.where(np.isnan(value), np.nan, each) for each in (lower, upper)))
