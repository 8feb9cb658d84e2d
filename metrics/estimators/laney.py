"""Limits of natural variation for shares of many units: Laney's p' chart (Laney 2002).

With many units below the line the limits of a binomial share are so narrow that nearly every
point lies outside. The p' chart widens them by how much the standardised shares really move from
one point to the next.
"""

from collections.abc import Sequence

import numpy as np

from metrics.estimators.xmr import Limits

MEAN_RANGE = 1.128
"""Mean moving range of a normal variable with standard deviation 1."""


def laney(parts: Sequence[float], wholes: Sequence[float]) -> Limits:
    """Centre and limits for parts over wholes, each limit for the size of its own point; kept within 0 and 1.

    Raises ValueError for fewer than two points or a whole of zero.
    """
    part, whole = np.asarray(parts, float), np.asarray(wholes, float)
    if part.size < 2 or not (whole > 0).all():
        raise ValueError("the chart needs two or more points with units below the line")
    centre = part.sum() / whole.sum()
    error = np.sqrt(centre * (1 - centre) / whole)
    spread = 0.0
    if centre * (1 - centre) > 0:
        spread = np.abs(np.diff((part / whole - centre) / error)).mean() / MEAN_RANGE
    reach = 3 * error * spread
    return Limits(
        np.full(part.size, centre),
        np.clip(centre - reach, 0, None),
        np.clip(centre + reach, None, 1),
    )
