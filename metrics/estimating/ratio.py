"""The ratio of two flows, with the interval of a ratio of two independent counts."""

from metrics.definition import Metric
from metrics.estimating.sums import share_left_out, total
from metrics.estimators import ratio_of_flows
from metrics.figure import Figure, with_estimate
from metrics.status import INSUFFICIENT_BELOW


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    part, whole, unknown = (total(rows, name) for name in ("part", "whole", "unknown"))
    figure = Figure(part, whole, missing_share=share_left_out(unknown, part + whole))
    return [with_estimate(figure, ratio_of_flows(part, whole), weight(part, whole), is_share=False)]


def weight(part: float, whole: float) -> float:
    """How many units a ratio rests on: few above the line make it very uncertain, few below it say nothing."""
    return min(whole, INSUFFICIENT_BELOW) if part < INSUFFICIENT_BELOW else whole
