"""The share of best answers once respondents are weighted to look like everybody eligible."""

from collections import Counter, defaultdict

import numpy as np

from metrics.definition import Metric
from metrics.estimating.sums import total
from metrics.estimating.survey_score import answers
from metrics.estimators.kish import kish_size
from metrics.estimators.raking import capped_weights, raked_weights
from metrics.estimators.weighted_mean import Cell, weighted_wilson
from metrics.figure import Figure, insufficient, nothing_below, with_estimate


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    part, whole, unknown, eligible = (
        total(rows, name) for name in ("part", "whole", "unknown", "eligible")
    )
    figure = answers(part, whole, unknown, eligible)
    if not whole:
        return [nothing_below(figure, unknown + eligible)]
    if not eligible:
        # Without a list of those eligible there is nothing to weight to.
        return [figure._replace(blank="not_reported")]
    weighted, size = _weighted(rows, metric.counting["traits"])
    if weighted is None:
        return [insufficient(figure)]
    return [with_estimate(figure, weighted, size, is_share=True)]


def _weighted(rows: list[dict], traits: tuple[str, ...]):
    """The weighted share and how many unweighted answers it is worth; None where no weights fit."""
    strata: dict[tuple, Counter] = defaultdict(Counter)
    for row in rows:
        for name in ("part", "whole", "eligible"):
            strata[tuple(row[trait] or "unknown" for trait in traits)][name] += row[name] or 0
    cells = sorted(stratum for stratum, counts in strata.items() if counts["whole"])
    counts = np.array([strata[cell]["whole"] for cell in cells], float)
    margins = []
    for place in range(len(traits)):
        wanted: Counter = Counter()
        for stratum, found in strata.items():
            wanted[stratum[place]] += found["eligible"]
        margins.append(([cell[place] for cell in cells], wanted))
    try:
        weights = capped_weights(raked_weights(counts, margins), counts)
    except ValueError:
        return None, 0
    sample = [
        Cell(count, strata[cell]["part"], strata[cell]["part"], weight)
        for cell, count, weight in zip(cells, counts, weights, strict=True)
    ]
    return weighted_wilson(sample), kish_size(weights, counts)
