"""Weights that make respondents look like everybody eligible, one trait after another (Deming & Stephan 1940).

Raking to a single margin is post-stratification. Weights are capped at five times their median
(Potter 1990), so that no single answer decides; after a cap the margins are met only nearly.
"""

from collections.abc import Mapping, Sequence

import numpy as np

CAP = 5.0
TOLERANCE = 1e-9
MOST_ROUNDS = 500


def raked_weights(
    counts: Sequence[float], margins: Sequence[tuple[Sequence[str], Mapping[str, float]]]
) -> np.ndarray:
    """One weight for each cell of respondents, cells of no respondent included.

    `counts` says how many respondents are in each cell. Each margin is the cells' categories of
    one trait, and the number of eligible people in each category. A category of eligible people
    without any respondent cannot be met: its people are left to the others. The weights sum, over
    respondents, to the number of eligible people. Raises ValueError where the rounds do not settle.
    """
    count = np.asarray(counts, float)
    weight = np.ones_like(count)
    groups = [
        group for categories, wanted in margins for group in _groups(count, categories, wanted)
    ]
    for _ in range(MOST_ROUNDS):
        apart = 0.0
        for members, target in groups:
            factor = target / (count[members] @ weight[members])
            weight[members] *= factor
            apart = max(apart, abs(factor - 1))
        if apart < TOLERANCE:
            return weight
    raise ValueError("raking did not settle")


def capped_weights(weights: Sequence[float], counts: Sequence[float]) -> np.ndarray:
    """The weights, none above five times the median answer's, scaled back to the same sum."""
    weight, count = np.asarray(weights, float), np.asarray(counts, float)
    if not count.sum():
        return weight
    capped = np.minimum(weight, CAP * _median(weight, count))
    return capped * (count @ weight) / (count @ capped)


def _groups(
    count: np.ndarray, categories: Sequence[str], wanted: Mapping[str, float]
) -> list[tuple[np.ndarray, float]]:
    """Cells of each category that has respondents and eligible people, and the people they stand for."""
    named = np.asarray(categories, object)
    people = float(sum(wanted.values()))
    answered = [name for name in wanted if wanted[name] > 0 and count[named == name].sum() > 0]
    met = sum(wanted[name] for name in answered)
    return [(named == name, wanted[name] * people / met) for name in answered]


def _median(weight: np.ndarray, count: np.ndarray) -> float:
    order = np.argsort(weight)
    reached = np.cumsum(count[order])
    return float(weight[order][np.searchsorted(reached, reached[-1] / 2)])
