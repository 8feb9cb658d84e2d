"""The median age of what is open at the end of a year, with an interval from order statistics."""

from collections.abc import Sequence

from metrics.counting.stock_age import OLD
from metrics.counts import Counts
from metrics.definition import Metric
from metrics.estimators import quantile_interval
from metrics.figure import Figure, with_estimate


def estimate(metric: Metric, rows: Counts | Sequence[dict], scope: str) -> list[Figure]:
    rows = Counts.of(rows)
    days, units = (rows.column(name) if len(rows) else [] for name in ("days", "units"))
    pending = rows.total("units")
    old = rows.take(days > OLD).total("units") if len(rows) else 0.0
    figure = Figure(old, pending)
    return [with_estimate(figure, quantile_interval(days, units), pending, is_share=False)]
