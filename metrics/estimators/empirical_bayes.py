"""Shares and rates pulled towards the average, the more the fewer units stand behind them.

Beta-binomial for shares, gamma-Poisson for rates (Clayton & Kaldor 1987; Carlin & Louis 2000, chapter
3), fitted by maximum likelihood. A fit takes its mean and spread for known, which makes plain
intervals too narrow (92 % where 95 % is said), so the variance of the mean is added to the posterior
variance, and the spread is allowed for by Morris's factor (1983).
"""

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, gammaln
from scipy.stats import beta, gamma

from metrics.estimators.intervals import counts, parts_of
from metrics.estimators.pulled import Pulled

FEWEST_PLACES = 4
"""Fewer places have no average worth pulling towards."""
LOG_STRENGTH = (-3.0, 14.0)
"""Bounds of the logarithm of the units that the average is worth."""


def pulled_shares(part, whole, level: float = 0.95) -> Pulled | None:
    """Each place's share pulled towards the average of all; None with fewer than four places."""
    part, whole = parts_of(part, whole)
    if part.size < FEWEST_PLACES or not 0 < part.sum() < whole.sum():
        return None

    def cost(theta) -> float:
        a, b = _prior(theta)
        return -(betaln(part + a, whole - part + b) - betaln(a, b)).sum()

    start = np.log(part.sum() / (whole.sum() - part.sum()))
    theta = _fitted(cost, start)
    mean, strength = 1 / (1 + np.exp(-theta[0])), np.exp(theta[1])
    value = (part + mean * strength) / (whole + strength)
    pull = strength / (whole + strength)
    variance = value * (1 - value) / (whole + strength + 1)
    variance = variance + _unsure(pull, mean * (1 - mean), strength + 1, part / whole - mean)
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

    def cost(theta) -> float:
        mean, strength = np.exp(theta)
        a = mean * strength
        found = gammaln(events + a) - gammaln(a) + a * np.log(strength)
        return -(found - (events + a) * np.log(strength + expected)).sum()

    mean, strength = np.exp(_fitted(cost, 0.0))
    value = (events + mean * strength) / (expected + strength)
    pull = strength / (expected + strength)
    variance = value / (expected + strength)
    variance = variance + _unsure(pull, mean, strength, events / expected - mean)
    shape = value**2 / variance
    ends = (gamma.ppf(tail, shape, scale=value / shape) for tail in _tails(level))
    return Pulled(value * unit, *(each * unit for each in ends))


def _prior(theta) -> tuple[float, float]:
    mean, strength = 1 / (1 + np.exp(-theta[0])), np.exp(theta[1])
    return mean * strength, (1 - mean) * strength


def _fitted(cost, start: float) -> np.ndarray:
    best = minimize(
        cost, [start, 3.0], bounds=[(start - 6, start + 6), LOG_STRENGTH], method="L-BFGS-B"
    )
    return best.x


def _unsure(pull, spread: float, strength: float, away) -> np.ndarray:
    """Variance that the fit leaves out: of the average, and of how far it pulls (Morris 1983)."""
    k = len(pull)
    between = spread / strength
    of_mean = pull**2 / ((1 - pull) / between).sum() if between > 0 else 0.0
    of_pull = 2 / (k - 3) * pull**2 * away**2 if k > 3 else 0.0
    return of_mean + of_pull


def _tails(level: float) -> tuple[float, float]:
    return (1 - level) / 2, (1 + level) / 2
