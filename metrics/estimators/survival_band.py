"""Pointwise 95 % limits around a curve, from the standard error of its height.

Log-log limits (Kalbfleisch & Prentice 2002, section 1.4) keep inside 0 to 1 by themselves; plain
and log limits are cut there, as in R's survival package.
"""

import numpy as np

from metrics.estimators.curve import Curve
from metrics.estimators.estimate import Z

KINDS = ("log-log", "log", "plain")


def survival_band(curve: Curve, kind: str = "log-log") -> tuple[np.ndarray, np.ndarray]:
    """Lower and upper limits of the survival at each day of the curve, on Greenwood's variance."""
    return limits(curve.survival, curve.survival_error(), kind)


def limits(height, error, kind: str = "log-log") -> tuple[np.ndarray, np.ndarray]:
    """Lower and upper limits of heights between 0 and 1; NaN where the height is 0, or an error has no size."""
    if kind not in KINDS:
        raise ValueError(f"limits are one of {', '.join(KINDS)}")
    height, error = np.asarray(height, float), np.asarray(error, float)
    with np.errstate(all="ignore"):
        if kind == "plain":
            low, high = height - Z * error, height + Z * error
        elif kind == "log":
            factor = np.exp(Z * error / height)
            low, high = height / factor, height * factor
        else:
            power = np.exp(Z * error / height / np.abs(np.log(height)))
            low, high = height**power, height ** (1 / power)
    undefined = (height <= 0) | np.isnan(error)
    low, high = np.where(undefined, np.nan, low), np.where(undefined, np.nan, high)
    return np.maximum(low, 0.0), np.minimum(high, 1.0)
