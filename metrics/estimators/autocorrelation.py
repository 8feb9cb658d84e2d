"""Whether each value of a series leans on the one before it: lag-1 autocorrelation (Box & Jenkins 1976).

The rules of a chart take points as unrelated. Where they are not, chance alone raises signals far
more often than the chart says.
"""

import math
from collections.abc import Sequence

import numpy as np


def autocorrelation(values: Sequence[float]) -> float:
    """Lag-1 autocorrelation, -1 to 1; 0 for a series that never moves or has fewer than two points."""
    series = np.asarray(values, float)
    # From the first value on, so that equal values lie exactly on their mean.
    moved = series - series[:1]
    apart = moved - moved.mean() if series.size else series
    squares = float(apart @ apart)
    return float(apart[1:] @ apart[:-1]) / squares if squares > 0 else 0.0


def is_autocorrelated(values: Sequence[float]) -> bool:
    """True above 2/sqrt(n): then a chart's signals are not to be relied on."""
    return len(values) > 0 and autocorrelation(values) > 2 / math.sqrt(len(values))
