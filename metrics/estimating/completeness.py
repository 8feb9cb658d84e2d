"""Seen over what should have been seen: a whole list, counted, without an interval."""

from operator import truediv

from metrics.definition import Metric
from metrics.estimating.sums import share_left_out, total
from metrics.estimators import clark_completeness, contact_rate, response_rate
from metrics.figure import Figure, enumerated

ESTIMATES = {
    "share": truediv,
    "follow_up": clark_completeness,
    "response": response_rate,
    "contact": contact_rate,
}
"""What a metric may name as its `estimate`: all are seen over what should have been seen, each by its own rules."""


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    return [
        _figure(metric, [row for row in rows if row["horizon_days"] == horizon], horizon)
        for horizon in metric.horizons or (None,)
    ]


def _figure(metric: Metric, rows: list[dict], horizon: int | None) -> Figure:
    part, whole, people, unknown = (
        total(rows, name) for name in ("part", "whole", "people", "unknown")
    )
    figure = Figure(
        numerator=part,
        denominator=whole,
        horizon_days=horizon,
        contributors=people,
        missing_share=share_left_out(unknown, people),
    )
    # A list of months is complete however short it is; one of people says little when they are few.
    enough = float("inf") if metric.unit_counted == "periods" else people
    estimate = ESTIMATES[metric.counting.get("estimate", "share")]
    return enumerated(figure, enough, left_out=unknown, estimate=estimate)
