"""How long until half of a cohort has ended, when some are still open (Kaplan & Meier 1958).

The limits are where the band around the curve crosses the same height (Brookmeyer & Crowley 1982),
with the log-log band on Greenwood's variance (Kalbfleisch & Prentice 2002). Where a curve stands
exactly at the height, the quantile is the middle of that step, as in R's survival package.
"""

from collections.abc import Sequence

import numpy as np

from metrics.estimators.aalen_johansen import aalen_johansen
from metrics.estimators.estimate import Estimate, Z

METHOD = "Kaplan-Meier, log-log band, 95 %"
FEWEST_EVENTS = 20
"""A median is shown from this many ends on (docs/methods.md)."""
TOLERANCE = 1.5e-8
"""Heights closer than this are one height: products of fractions do not meet .5 exactly."""


def kaplan_meier_median(
    days: Sequence[int], events: Sequence[int], censored: Sequence[int]
) -> Estimate:
    """The day by which half had ended; each part None where its curve does not reach one half."""
    return kaplan_meier_quantile(days, events, censored, 0.5)


def kaplan_meier_quantile(
    days: Sequence[int], events: Sequence[int], censored: Sequence[int], share: float = 0.5
) -> Estimate:
    """The day by which `share` had ended, from a daily table of ends and of censoring."""
    if not 0 < share < 1:
        raise ValueError("the quantile is a share between 0 and 1")
    curve = aalen_johansen(days, {"end": events}, censored)
    ends = curve.events["end"] > 0
    if not ends.any():
        return Estimate(None, None, None, METHOD)
    n, d = curve.at_risk[ends].astype(float), curve.events["end"][ends].astype(float)
    survival, when = curve.survival[ends], curve.days[ends]
    low, high = _band(survival, n, d)
    last = curve.days[-1]
    return Estimate(
        _crossing(when, survival, 1 - share, last),
        _crossing(when, low, 1 - share, last),
        _crossing(when, high, 1 - share, last),
        METHOD,
    )


def median_is_shown(median: Estimate, events: int) -> bool:
    """True where a median may be published: enough ends, and the band crosses one half on both sides."""
    return events >= FEWEST_EVENTS and None not in (median.value, median.lower, median.upper)


def _band(survival: np.ndarray, n: np.ndarray, d: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Lower and upper log-log limits; NaN where survival is 0 and the band is not defined."""
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt(np.cumsum(d / (n * (n - d)))) / np.abs(np.log(survival))
        reach = np.exp(Z * error)
        low, high = survival**reach, survival ** (1 / reach)
    undefined = survival <= 0
    return np.where(undefined, np.nan, low), np.where(undefined, np.nan, high)


def _crossing(when: np.ndarray, curve: np.ndarray, height: float, last: float) -> float | None:
    """The first day on which a falling step curve is at or below a height."""
    known = ~np.isnan(curve)
    when, curve = when[known], curve[known]
    reached = np.flatnonzero(curve <= height + TOLERANCE)
    if not reached.size:
        return None
    passed = np.flatnonzero(curve < height - TOLERANCE)
    end_of_step = when[passed[0]] if passed.size else None
    if end_of_step is None:
        # The curve ends on the height itself: the step runs to the last day anybody was followed.
        end_of_step = last if abs(curve[-1] - height) <= TOLERANCE else when[reached[0]]
    return (when[reached[0]] + end_of_step) / 2
