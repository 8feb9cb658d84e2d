"""The median age of what is open at the end of a year, with an interval from order statistics."""

from metrics.definition import Metric
from metrics.estimators import quantile_interval
from metrics.figure import Figure, with_estimate

OLD = 730
"""Older than two years, in days: what courts call stale."""


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    rows = [row for row in rows if row["days"] is not None]
    days, units = [row["days"] for row in rows], [int(row["units"]) for row in rows]
    pending = float(sum(units))
    old = float(sum(n for age, n in zip(days, units, strict=True) if age > OLD))
    figure = Figure(old, pending)
    return [with_estimate(figure, quantile_interval(days, units), pending, is_share=False)]
