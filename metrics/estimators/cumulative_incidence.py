"""The share that reached an end by a horizon, with an interval that behaves when numbers are small.

Rothman (1978): Wilson's interval with the effective sample size F(1 - F)/Var(F). Where the variance
is zero, with no such event yet, the number still at risk at the horizon stands in (Dorey & Korn
1987): conservative. Log-log and plain limits can be asked for instead, to compare with others.
"""

import math

from metrics.estimators.curve import Curve
from metrics.estimators.estimate import Estimate
from metrics.estimators.survival_band import limits
from metrics.estimators.wilson import wilson

INTERVAL = "Rothman-Wilson"
ROUNDING = 1e-12


def cumulative_incidence_at(
    curve: Curve, horizon: float, cause: str, interval: str = INTERVAL
) -> Estimate:
    """Share of the cohort that ended by `cause` within `horizon` days.

    Empty when nobody was followed to the horizon while some were still open: the curve says
    nothing there.
    """
    share, error = curve.incidence_at(horizon, cause), curve.standard_error(horizon, cause)
    ended_so = curve.events_until(horizon, cause)
    return _with_interval("Aalen-Johansen", curve, horizon, share, error, ended_so, interval)


def survival_until(curve: Curve, horizon: float, interval: str = INTERVAL) -> Estimate:
    """Share of the cohort without any end by the end of day `horizon`; empty as above."""
    before = [0.0, *curve.survival_error()]
    error = before[int((curve.days <= horizon).sum())]
    method, survival = "Kaplan-Meier", curve.survival_at(horizon)
    if interval != INTERVAL:
        return _with_interval(method, curve, horizon, survival, error, 0, interval)
    # Where nobody is left Greenwood's variance is not defined, and the share ended is all of them.
    error = 0.0 if math.isnan(error) else error
    ended = curve.events_until(horizon)
    other = _with_interval(method, curve, horizon, 1 - survival, error, ended, interval)
    return other.complement()


def _with_interval(
    method: str,
    curve: Curve,
    horizon: float,
    share: float,
    error: float,
    ended_so: int,
    interval: str,
) -> Estimate:
    method = f"{method}, {interval}, 95 %"
    if not curve.is_followed_to(horizon):
        return Estimate(None, None, None, method)
    # Sums of fractions miss 1 by a rounding error, and with it the case in which everybody ended.
    share = 1.0 if share > 1 - ROUNDING else share
    if interval != INTERVAL:
        return Estimate(share, *limits(share, error, interval), method)
    size = _effective_size(curve, horizon, share, error, ended_so)
    around = wilson(share * size, size)
    return Estimate(share, around.lower, around.upper, method)


def _effective_size(
    curve: Curve, horizon: float, share: float, error: float, ended_so: int
) -> float:
    if error > 0 and 0 < share < 1:
        return share * (1 - share) / error**2
    if ended_so:
        # Everybody still seen ended this way: what is known is how many did.
        return ended_so
    # With nobody left at risk, every end seen was another one: each is one person who did not.
    return curve.number_at_risk(horizon) or curve.events_until(horizon)
