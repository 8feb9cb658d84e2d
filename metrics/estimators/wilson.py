"""Wilson's score interval for a share (Wilson 1927; Newcombe 1998, method 3)."""

import math

from metrics.estimators.estimate import Estimate, Z, check_part

METHOD = "Wilson score, 95 %"


def wilson(part: float, whole: float) -> Estimate:
    """The share part/whole, 0 to 1. Nothing in the whole gives an empty estimate.

    `whole` may be an effective sample size, so neither count has to be an integer.
    """
    check_part(part, whole)
    if whole == 0:
        return Estimate(None, None, None, METHOD)
    share = part / whole
    centre = (share + Z**2 / (2 * whole)) / (1 + Z**2 / whole)
    reach = Z / (1 + Z**2 / whole)
    reach *= math.sqrt(share * (1 - share) / whole + Z**2 / (4 * whole**2))
    # At the ends the limit is known exactly; arithmetic would leave it a rounding error outside.
    lower = 0.0 if part == 0 else max(0.0, centre - reach)
    upper = 1.0 if part == whole else min(1.0, centre + reach)
    return Estimate(share, lower, upper, METHOD)
