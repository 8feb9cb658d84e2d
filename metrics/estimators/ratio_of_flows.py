"""The ratio of two flows: two independent counts of different things in one period.

Log interval for a ratio of Poisson counts (Rothman, Greenland & Lash 2008, chapter 14). A flow of
zero has no logarithm: then the exact conditional limit stands in, given the sum of both counts
(Przyborowski & Wilenski 1940).
"""

import math

from metrics.estimators.estimate import Estimate, Z, check_counts

METHOD = "Log ratio of Poisson counts, 95 %"
METHOD_ZERO = "Exact conditional ratio of Poisson counts, 95 %"


def ratio_of_flows(above: float, below: float) -> Estimate:
    """above/below. Empty when nothing stands below the line. May exceed 1: it is not a share."""
    check_counts(above=above, below=below)
    if below == 0:
        return Estimate(None, None, None, METHOD)
    if above == 0:
        largest_share = 1 - 0.025 ** (1 / below)
        return Estimate(0.0, 0.0, largest_share / (1 - largest_share), METHOD_ZERO)
    ratio = above / below
    factor = math.exp(Z * math.sqrt(1 / above + 1 / below))
    return Estimate(ratio, ratio / factor, ratio * factor, METHOD)
