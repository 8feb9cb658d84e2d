"""A share of units, with Wilson's interval."""

from metrics.definition import Metric
from metrics.estimating.sums import share_left_out, total
from metrics.estimators import wilson
from metrics.figure import Figure, with_estimate


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    part, whole, unknown = (total(rows, name) for name in ("part", "whole", "unknown"))
    figure = Figure(part, whole, missing_share=share_left_out(unknown, whole))
    return [with_estimate(figure, wilson(part, whole), whole, is_share=True, left_out=unknown)]
