"""Shares and rates pulled towards the average, the more the fewer units stand behind them.

Beta-binomial for shares, gamma-Poisson for rates (Clayton & Kaldor 1987; Carlin & Louis 2000, chapter
3). How strongly the average pulls is fitted by maximum likelihood; the average weighs each place by
how precise it then is (Kleinman 1973). A fit takes its average and pull for known, which makes plain
intervals too narrow (92 % where 95 % is said), so the variance of the average is added to that of the
estimate, and the pull is allowed for by Morris's factor (1983).
"""

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import betaln, gammaln
from scipy.stats import beta, gamma

from metrics.estimators.intervals import counts, parts_of
from metrics.estimators.pulled import Pulled

FEWEST_PLACES = 4
"""Fewer places have no average worth pulling towards."""
LOG_STRENGTH = (-3.0, 14.0)
"""Bounds of the logarithm of the strength: of how many units the average is worth."""


def pulled_shares(part, whole, level: float = 0.95) -> Pulled | None:
    """Each place's share pulled towards the average of all; None with fewer than four places."""
    part, whole = parts_of(part, whole)
    if part.size < FEWEST_PLACES or not 0 < part.sum() < whole.sum():
        return None

    def cost(log_strength: float) -> float:
        strength = np.exp(log_strength)
        mean = _average(part, whole, strength)
        a, b = mean * strength, (1 - mean) * strength
        return -(betaln(part + a, whole - part + b) - betaln(a, b)).sum()

    strength = _strength(cost)
    mean = _average(part, whole, strength)
    value = (part + mean * strength) / (whole + strength)
    variance = value * (1 - value) / (whole + strength + 1)
    between = mean * (1 - mean) / (strength + 1)
    variance = variance + _unsure(whole, strength, between, part / whole - mean)
    variance = np.minimum(variance, 0.99 * value * (1 - value))
    size = value * (1 - value) / variance - 1
    ends = (beta.ppf(tail, value * size, (1 - value) * size) for tail in _tails(level))
    return Pulled(value, *ends)


def pulled_rates(events, exposure, level: float = 0.95) -> Pulled | None:
    """Each place's rate pulled towards the average of all; None with fewer than four places."""
    events, exposure = counts(events, exposure)
    if events.size < FEWEST_PLACES or not events.sum():
        return None
    unit = events.sum() / exposure.sum()
    expected = exposure * unit

    def cost(log_strength: float) -> float:
        strength = np.exp(log_strength)
        a = _average(events, expected, strength) * strength
        found = gammaln(events + a) - gammaln(a) + a * log_strength
        return -(found - (events + a) * np.log(strength + expected)).sum()

    strength = _strength(cost)
    mean = _average(events, expected, strength)
    value = (events + mean * strength) / (expected + strength)
    variance = value / (expected + strength)
    variance = variance + _unsure(expected, strength, mean / strength, events / expected - mean)
    shape = value**2 / variance
    ends = (gamma.ppf(tail, shape, scale=value / shape) for tail in _tails(level))
    return Pulled(value * unit, *(each * unit for each in ends))


def _average(part, size, strength: float) -> float:
    weight = 1 / (strength + size)
    return float((weight * part).sum() / (weight * size).sum())


def _strength(cost) -> float:
    return float(np.exp(minimize_scalar(cost, bounds=LOG_STRENGTH, method="bounded").x))


def _unsure(size, strength: float, between: float, away) -> np.ndarray:
    """Variance that the fit leaves out: of the average, and of how far it pulls."""
    pull, k = strength / (size + strength), len(size)
    of_average = pull**2 * between / (1 - pull).sum()
    of_pull = 2 / (k - 3) * (pull * away) ** 2
    return of_average + of_pull


def _tails(level: float) -> tuple[float, float]:
    return (1 - level) / 2, (1 + level) / 2
