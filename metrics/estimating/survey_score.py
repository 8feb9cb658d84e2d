"""The share of respondents who chose the best answers, with what the silent could change."""

from metrics.definition import Metric
from metrics.estimating.sums import share_left_out, total
from metrics.estimators import manski_bounds, wilson
from metrics.figure import Figure, with_estimate


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    part, whole, unknown, eligible = (
        total(rows, name) for name in ("part", "whole", "unknown", "eligible")
    )
    bounds = {}
    # Without a full list of those eligible nobody can say how many kept silent.
    if eligible >= whole > 0:
        outer = manski_bounds(part, whole, eligible)
        bounds = {"bound_lower": outer.lower, "bound_upper": outer.upper}
    figure = Figure(part, whole, missing_share=share_left_out(unknown, whole), **bounds)
    return [with_estimate(figure, wilson(part, whole), whole, is_share=True, left_out=unknown)]
