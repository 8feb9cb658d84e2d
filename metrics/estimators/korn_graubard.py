"""The exact interval of a share in a complex sample (Korn & Graubard 1998), as the US health statistics office asks.

Clopper and Pearson's limits for as many answers as the design is worth, fewer where few strata or
clusters leave the error itself uncertain.
"""

from scipy.special import betaincinv, stdtrit

from metrics.estimators.estimate import Estimate

METHOD = "Korn-Graubard, 95 %"


def korn_graubard(share: float, error: float, answers: int, freedom: int) -> Estimate:
    """Limits for a share with a linearised standard error; empty where the error is zero or unknown."""
    if not error or not 0 < share < 1 or answers < 2 or freedom < 1:
        return Estimate(share, None, None, METHOD)
    size = share * (1 - share) / error**2
    size *= (stdtrit(answers - 1, 0.025) / stdtrit(freedom, 0.025)) ** 2
    part, rest = size * share, size * (1 - share)
    return Estimate(
        share, betaincinv(part, rest + 1, 0.025), betaincinv(part + 1, rest, 0.975), METHOD
    )
