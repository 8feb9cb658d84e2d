"""Exact limits for a count of events, or a rate of them (Garwood 1936)."""

from scipy.special import gammaincinv

from metrics.estimators.estimate import Estimate, check_counts

METHOD = "Exact Poisson, 95 %"


def exact_poisson(events: float, exposure: float = 1.0) -> Estimate:
    """Events per unit of exposure; with the default exposure, the count itself.

    Half the chi-squared quantile with 2k (2k + 2) degrees of freedom is a gamma quantile of shape
    k (k + 1). No exposure gives an empty estimate.
    """
    check_counts(events=events, exposure=exposure)
    if exposure == 0:
        return Estimate(None, None, None, METHOD)
    lower = 0.0 if events == 0 else gammaincinv(events, 0.025)
    upper = gammaincinv(events + 1, 0.975)
    return Estimate(events / exposure, lower / exposure, upper / exposure, METHOD)
