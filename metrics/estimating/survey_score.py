"""The share of respondents who chose the best answers, with what the silent could change."""

from metrics.definition import Metric
from metrics.estimating.sums import share_left_out, total
from metrics.estimators import manski_bounds, wilson
from metrics.estimators.odds_band import share_if_silent_differ
from metrics.figure import Figure, with_estimate


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    part, whole, unknown, eligible = (
        total(rows, name) for name in ("part", "whole", "unknown", "eligible")
    )
    figure = answers(part, whole, unknown, eligible)
    found = wilson(part, whole)
    if "odds" in metric.counting and len(rows):
        # Who answered was eligible, even where the list of those eligible is not complete.
        everybody = max(eligible, whole)
        found = share_if_silent_differ(part, whole, everybody, float(next(iter(rows))["odds"]))
    # An item to which nobody gave a score, although somebody could have, was not asked.
    return [with_estimate(figure, found, whole, is_share=True, left_out=unknown + eligible)]


def answers(part: float, whole: float, unknown: float, eligible: float) -> Figure:
    """The counts, and the bounds of the share over everybody eligible."""
    bounds = {}
    # Without a full list of those eligible nobody can say how many kept silent.
    if eligible >= whole > 0:
        outer = manski_bounds(part, whole, eligible)
        bounds = {"bound_lower": outer.lower, "bound_upper": outer.upper}
    return Figure(part, whole, missing_share=share_left_out(unknown, whole), **bounds)
