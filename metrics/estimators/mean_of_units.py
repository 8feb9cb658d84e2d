"""The mean of an amount over units, with Student's t limits (Student 1908; Cochran 1977, section 2.8)."""

import math

from scipy.special import stdtrit

from metrics.estimators.estimate import Estimate, check_counts

METHOD = "Mean, t, 95 %"


def mean_of_units(sum_x: float, sum_xx: float, units: int) -> Estimate:
    """sum_x/units, from the sum and the sum of squares of amounts of zero or more.

    The amounts are zero or more, so the lower limit stops at zero. One unit gives a mean without
    interval; no unit an empty estimate.
    """
    check_counts(sum_x=sum_x, sum_xx=sum_xx, units=units)
    if units == 0:
        return Estimate(None, None, None, METHOD)
    mean = sum_x / units
    if units < 2:
        return Estimate(mean, None, None, METHOD)
    # Equal amounts leave a zero that rounding may turn into a small negative number.
    variance = max(0.0, sum_xx - units * mean**2) / (units - 1)
    reach = stdtrit(units - 1, 0.975) * math.sqrt(variance / units)
    return Estimate(mean, max(0.0, mean - reach), mean + reach, METHOD)
