"""Mean time to an end, counting nobody for longer than a horizon (Irwin 1949).

The area under the survival curve up to the horizon. Its variance adds, over the days with ends,
Greenwood's term times the square of the area still to come (Kalbfleisch & Prentice 2002, 1.4).
"""

import math

import numpy as np

from metrics.estimators.curve import Curve
from metrics.estimators.estimate import Estimate, Z

METHOD = "Area under Kaplan-Meier, normal, 95 %"


def restricted_mean(curve: Curve, horizon: float) -> Estimate:
    """Mean days to an end by whatever cause, or to `horizon` where that comes first.

    Empty when nobody was followed to the horizon while some were still open, and for an empty
    table. The limits stop at 0 and at the horizon.
    """
    if not curve.size or not curve.is_followed_to(horizon):
        return Estimate(None, None, None, METHOD)
    mean, error = float(_area_to_come(curve, horizon)[0]), restricted_mean_error(curve, horizon)
    lower, upper = mean - Z * error, mean + Z * error
    return Estimate(mean, max(0.0, lower), min(float(horizon), upper), METHOD)


def restricted_mean_error(curve: Curve, horizon: float) -> float:
    """Standard error of the mean time up to `horizon`."""
    n, d = curve.at_risk.astype(float), curve.ended.astype(float)
    # After a day on which everybody left ended, no area is to come.
    spread = np.divide(d, n * (n - d), out=np.zeros_like(n), where=n > d)
    return math.sqrt((_area_to_come(curve, horizon)[1:] ** 2 * spread).sum())


def _area_to_come(curve: Curve, horizon: float) -> np.ndarray:
    """Area under the curve from the start, and from each of its days, to the horizon."""
    edges = np.minimum(np.concatenate(([0.0], curve.days, [horizon])), horizon)
    heights = np.concatenate(([1.0], curve.survival))
    return np.cumsum((heights * np.diff(edges))[::-1])[::-1]
