"""Days that it would take to end what is pending at the pace of the year: 365 times pending over resolved."""

from metrics.definition import Metric
from metrics.estimating.ratio import weight
from metrics.estimating.sums import share_left_out, total
from metrics.estimators import Estimate, ratio_of_flows
from metrics.figure import Figure, with_estimate

DAYS = 365


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    part, whole, unknown = (total(rows, name) for name in ("part", "whole", "unknown"))
    ratio = ratio_of_flows(part, whole)
    days = [None if number is None else DAYS * number for number in _parts(ratio)]
    figure = Figure(part, whole, missing_share=share_left_out(unknown, part + whole))
    estimate_of_days = Estimate(*days, ratio.method)
    return [with_estimate(figure, estimate_of_days, weight(part, whole), is_share=False)]


def _parts(ratio: Estimate) -> tuple[float | None, float | None, float | None]:
    return ratio.value, ratio.lower, ratio.upper
