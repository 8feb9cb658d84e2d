"""The chart of one series: which one its length and its data allow, with centre, limits and signals.

Fewer than eight points are a line; up to eleven are judged by their runs around the median; from
twelve there are limits, on trial below twenty (Provost & Murray 2011). Shares have Laney's limits,
everything else those of single values. Counts of rare things have no chart of their own (a g chart):
points of fewer people than disclosure allows are not told at all.
"""

from dataclasses import dataclass

import numpy as np

from metrics.estimators.autocorrelation import is_autocorrelated
from metrics.estimators.false_alarms import FIRST_LIMITS, FIRST_RUN_CHART, false_alarm_share
from metrics.estimators.laney import laney
from metrics.estimators.making_data_count import NO_SIGNAL, signals
from metrics.estimators.run_chart import run_chart
from metrics.estimators.xmr import Limits, xmr

FIRST_FIRM = 20
LONG_RUN, FEW_CROSSINGS = "Run Too Long", "Too Few Crossings"
"""Labels of a run chart, for the series as a whole."""


@dataclass(frozen=True)
class Chart:
    """Of one series: `marks` has one (centre, lower, upper, signal) a point, None where there is none."""

    chart: str
    limits_kind: str
    marks: list[tuple]
    is_autocorrelated: bool
    expected_false_alarms: float


def chart_of(points: list[dict], kind: str) -> Chart:
    """The chart of points in order of time, each with a value; `kind` is that of the metric."""
    values = [float(point["value"]) for point in points]
    size = len(values)
    leans = size >= FIRST_RUN_CHART and is_autocorrelated(values)
    if size < FIRST_RUN_CHART:
        name, limits_kind, marks = "line", "none", [(None, None, None, None)] * size
    elif size < FIRST_LIMITS:
        name, limits_kind, marks = "run", "median", _runs(values)
    else:
        name = "laney_p" if kind == "share" else "xmr"
        limits_kind = "firm" if size >= FIRST_FIRM else "trial"
        marks = _marks(values, _limits(points, values, name))
    return Chart(name, limits_kind, marks, leans, false_alarm_share(size))


def _limits(points: list[dict], values: list[float], name: str) -> Limits:
    if name == "laney_p":
        return laney(*([point[side] for point in points] for side in ("numerator", "denominator")))
    return xmr(values)


def _marks(values: list[float], limits: Limits) -> list[tuple]:
    # Nothing counted here can fall below zero, so neither is a limit drawn there.
    drawn = np.maximum(limits.lower, 0)
    labels = [None if label == NO_SIGNAL else label for label in signals(values, limits)]
    return list(
        zip(limits.centre.tolist(), drawn.tolist(), limits.upper.tolist(), labels, strict=True)
    )


def _runs(values: list[float]) -> list[tuple]:
    seen = run_chart(values)
    label = LONG_RUN if seen.longest_run > seen.longest_allowed else FEW_CROSSINGS
    last = label if seen.is_signal else None
    return [(seen.median, None, None, None)] * (len(values) - 1) + [(seen.median, None, None, last)]
