"""A sum of money as it was recorded: nothing is estimated, so the interval is the sum itself."""

from metrics.definition import Metric
from metrics.estimating.sums import by_currency, share_left_out, total, two_largest
from metrics.figure import Figure, counted_sum


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    return [_figure(currency, group) for currency, group in by_currency(rows).items()] or [
        Figure(0.0, blank="not_applicable", contributors=0.0)
    ]


def _figure(currency: str | None, rows: list[dict]) -> Figure:
    units, unknown = total(rows, "units"), total(rows, "unknown")
    figure = Figure(
        numerator=total(rows, "amount"),
        currency=currency,
        contributors=units,
        missing_share=share_left_out(unknown, units),
        **two_largest(rows),
    )
    return counted_sum(figure, units, left_out=unknown)
