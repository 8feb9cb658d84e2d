"""Exact limits for a count of events, or a rate of them (Garwood 1936)."""

from scipy.special import gammaincinv

from metrics.estimators.estimate import Estimate, check_counts
from metrics.estimators.intervals import normal_quantile

METHOD = "Exact Poisson, 95 %"
_LEVEL = 0.95


def exact_poisson(
    events: float, exposure: float = 1.0, level: float = _LEVEL, per: float = 1.0
) -> Estimate:
    """Events per unit of exposure times `per`; with the default exposure, the count itself.

    Half the chi-squared quantile with 2k (2k + 2) degrees of freedom is a gamma quantile of shape
    k (k + 1). No exposure gives an empty estimate.
    """
    check_counts(events=events, exposure=exposure)
    normal_quantile(level)  # refuses a level that is none
    method = METHOD if level == _LEVEL else f"Exact Poisson, {100 * level:g} %"
    if exposure == 0:
        return Estimate(None, None, None, method)
    tail = (1 - level) / 2
    lower = 0.0 if events == 0 else gammaincinv(events, tail)
    upper = gammaincinv(events + 1, 1 - tail)
    scale = per / exposure
    return Estimate(scale * events, scale * lower, scale * upper, method)
