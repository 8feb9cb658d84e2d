"""Money at a later step over money at an earlier one, over the same claims, each currency by itself."""

from metrics.definition import Metric
from metrics.estimating.sums import by_currency, share_left_out, total, two_largest
from metrics.estimators import ratio_of_sums
from metrics.figure import Figure, with_estimate


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    return [_figure(currency, group) for currency, group in by_currency(rows).items()] or [
        Figure(0.0, 0.0, blank="not_applicable", contributors=0.0)
    ]


def _figure(currency: str | None, rows: list[dict]) -> Figure:
    claims, unknown = total(rows, "claims"), total(rows, "unknown")
    sums = [total(rows, f"sum_{name}") for name in ("y", "x", "yy", "xx", "xy")]
    figure = Figure(
        numerator=sums[0],
        denominator=sums[1],
        currency=currency,
        contributors=claims,
        missing_share=share_left_out(unknown, claims),
        **two_largest(rows),
    )
    ratio = ratio_of_sums(*sums, int(claims))
    return with_estimate(figure, ratio, claims, is_share=False, left_out=unknown)
