"""What agencies reported of themselves, added up, or one figure over another: a whole list, without an interval."""

import math

from metrics.definition import Metric
from metrics.estimating.sums import by_currency, share_left_out, total
from metrics.figure import Figure, counted_sum, enumerated


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    """A year of which no agency reported a figure is not reported; there is no agency to be spared."""
    found = [_figure(metric, currency, group) for currency, group in by_currency(rows).items()]
    return found or [Figure(blank="not_reported")]


def _figure(metric: Metric, currency: str | None, rows: list[dict]) -> Figure:
    units, unknown = total(rows, "units"), total(rows, "unknown")
    if not units:
        return Figure(currency=currency, blank="not_reported")
    figure = Figure(
        numerator=total(rows, "part"),
        currency=currency,
        missing_share=share_left_out(unknown, units),
    )
    if "whole" not in metric.counting:
        return counted_sum(figure, math.inf)
    with_whole = figure._replace(denominator=total(rows, "whole"))
    return enumerated(with_whole, math.inf, left_out=unknown)
