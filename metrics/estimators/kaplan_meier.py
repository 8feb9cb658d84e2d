"""How long until half of a cohort has ended, when some are still open (Kaplan & Meier 1958).

The limits are where the band around the curve crosses the same height (Brookmeyer & Crowley 1982),
with the log-log band unless another is asked for. Where a curve stands exactly at the height, the
quantile is the middle of that step, as in R's survival package.
"""

from collections.abc import Sequence

import numpy as np

from metrics.estimators.aalen_johansen import aalen_johansen
from metrics.estimators.curve import Curve
from metrics.estimators.estimate import Estimate
from metrics.estimators.survival_band import survival_band

FEWEST_EVENTS = 20
"""A median is shown from this many ends on (docs/methods.md)."""
TOLERANCE = 1.5e-8
"""Heights closer than this are one height: products of fractions do not meet .5 exactly."""


def kaplan_meier(
    days: Sequence[int],
    events: Sequence[int],
    censored: Sequence[int],
    entered: Sequence[int] | None = None,
) -> Curve:
    """The curve of one kind of end, which it calls "end"."""
    return aalen_johansen(days, {"end": events}, censored, entered)


def kaplan_meier_median(
    days: Sequence[int], events: Sequence[int], censored: Sequence[int]
) -> Estimate:
    """The day by which half had ended; each part None where its curve does not reach one half."""
    return kaplan_meier_quantile(days, events, censored)


def kaplan_meier_quantile(
    days: Sequence[int], events: Sequence[int], censored: Sequence[int], share: float = 0.5
) -> Estimate:
    """The day by which `share` had ended, from a daily table of ends and of censoring."""
    return survival_quantile(kaplan_meier(days, events, censored), share)


def survival_quantile(curve: Curve, share: float = 0.5, band: str = "log-log") -> Estimate:
    """The day by which `share` had ended, by whatever cause."""
    method = f"Kaplan-Meier, {band} band, 95 %"
    ends = curve.ended > 0
    if not ends.any():
        _check(share)
        return Estimate(None, None, None, method)
    heights = (curve.survival, *survival_band(curve, band))
    return crossings(
        curve.days[ends], [height[ends] for height in heights], share, curve.days[-1], method
    )


def crossings(when, heights, share: float, last: float, method: str) -> Estimate:
    """Where a falling curve and its two limits, given on the days `when`, come down to 1 - `share`."""
    _check(share)
    return Estimate(*(_crossing(when, each, 1 - share, last) for each in heights), method)


def median_is_shown(median: Estimate, events: int) -> bool:
    """True where a median may be published: enough ends, and the band crosses one half on both sides."""
    return events >= FEWEST_EVENTS and None not in (median.value, median.lower, median.upper)


def _check(share: float) -> None:
    if not 0 < share < 1:
        raise ValueError("the quantile is a share between 0 and 1")


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
