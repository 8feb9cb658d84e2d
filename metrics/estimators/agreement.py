"""How far two readers of the same files agree, beyond chance.

Cohen's kappa (1960) and weighted kappa (1968), with the large-sample error of Fleiss, Cohen &
Everitt (1969); Gwet's AC1 (2008), which does not fall apart where nearly all files read the same.
A table counts files: rows are the first reader's categories, columns the second's.
"""

import math
from collections.abc import Sequence

import numpy as np
from scipy.special import stdtrit

from metrics.estimators.estimate import Estimate, Z

METHOD_KAPPA = "Cohen's kappa, Fleiss-Cohen-Everitt, 95 %"
METHOD_WEIGHTED = "Weighted kappa, Fleiss-Cohen-Everitt, 95 %"
METHOD_AC1 = "Gwet's AC1, t, 95 %"


def cohen_kappa(table: Sequence[Sequence[float]]) -> Estimate:
    """Kappa with its interval; empty where chance alone would make them agree on everything."""
    return _kappa(table, np.eye(len(table)), METHOD_KAPPA)


def weighted_kappa(table: Sequence[Sequence[float]], is_squared: bool = False) -> Estimate:
    """Kappa for ordered categories: a difference weighs by its distance, or the square of it."""
    size = len(table)
    apart = np.abs(np.subtract.outer(np.arange(size), np.arange(size))) / max(size - 1, 1)
    return _kappa(table, 1 - (apart**2 if is_squared else apart), METHOD_WEIGHTED)


def gwet_ac1(table: Sequence[Sequence[float]]) -> Estimate:
    """AC1 with its interval; a table of at least two categories."""
    shares, files = _shares(table)
    if files < 2 or len(shares) < 2:
        return Estimate(None, None, None, METHOD_AC1)
    used = (shares.sum(0) + shares.sum(1)) / 2
    seen = float(np.trace(shares))
    chance = float((used * (1 - used)).sum()) / (len(used) - 1)
    value = (seen - chance) / (1 - chance)
    # What each file adds: its own agreement, and how its categories move the chance of agreeing.
    agrees = np.eye(len(used))
    rare = 1 - np.add.outer(used, used) / 2
    own_chance = rare / (len(used) - 1)
    own = (agrees - chance) / (1 - chance) - 2 * (1 - value) * (own_chance - chance) / (1 - chance)
    error = math.sqrt(float((shares * (own - value) ** 2).sum()) / (files - 1))
    return _within_one(value, stdtrit(files - 1, 0.975) * error, METHOD_AC1)


def _kappa(table: Sequence[Sequence[float]], weights: np.ndarray, method: str) -> Estimate:
    shares, files = _shares(table)
    if not files:
        return Estimate(None, None, None, method)
    first, second = shares.sum(1), shares.sum(0)
    seen, chance = float((weights * shares).sum()), float(first @ weights @ second)
    if chance > 1 - 1e-12:
        return Estimate(None, None, None, method)
    value = (seen - chance) / (1 - chance)
    typical = np.add.outer(weights @ second, first @ weights)
    spread = float((shares * (weights - typical * (1 - value)) ** 2).sum())
    variance = (spread - (value - chance * (1 - value)) ** 2) / (files * (1 - chance) ** 2)
    return _within_one(value, Z * math.sqrt(max(0.0, variance)), method)


def _shares(table: Sequence[Sequence[float]]) -> tuple[np.ndarray, float]:
    counts = np.asarray(table, float)
    if counts.ndim != 2 or counts.shape[0] != counts.shape[1] or (counts < 0).any():
        raise ValueError("a table of agreement is square and counts files")
    files = float(counts.sum())
    return (counts / files if files else counts), files


def _within_one(value: float, reach: float, method: str) -> Estimate:
    return Estimate(value, max(-1.0, value - reach), min(1.0, value + reach), method)
