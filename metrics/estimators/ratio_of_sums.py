"""The ratio of two sums over the same units, linearised (Cochran 1977, section 6.4).

Money paid of money awarded over the same awards, or observed of potential follow-up time over the
same persons (Clark, Altman & De Stavola 2002: completeness of follow-up) are of this kind.
"""

import math

from scipy.special import stdtrit

from metrics.estimators.estimate import Estimate, check_counts

METHOD = "Linearised ratio of sums, t, 95 %"


def ratio_of_sums(
    sum_y: float, sum_x: float, sum_yy: float, sum_xx: float, sum_xy: float, units: int
) -> Estimate:
    """sum_y/sum_x over `units` units, from their sums, sums of squares and sum of products.

    Both amounts are zero or more, so the lower limit stops at zero. One unit gives a value
    without interval; a sum of zero below the line gives an empty estimate.
    """
    check_counts(sum_y=sum_y, sum_x=sum_x, sum_yy=sum_yy, sum_xx=sum_xx, sum_xy=sum_xy, units=units)
    if sum_x == 0:
        return Estimate(None, None, None, METHOD)
    ratio = sum_y / sum_x
    if units < 2:
        return Estimate(ratio, None, None, METHOD)
    # Equal ratios everywhere leave a zero that rounding may turn into a small negative number.
    residual = max(0.0, sum_yy - 2 * ratio * sum_xy + ratio**2 * sum_xx)
    error = math.sqrt(units / (units - 1) * residual) / sum_x
    reach = stdtrit(units - 1, 0.975) * error
    return Estimate(ratio, max(0.0, ratio - reach), ratio + reach, METHOD)
