"""The share that reached an end by a horizon, with an interval that behaves when numbers are small.

Rothman (1978): Wilson's interval with the effective sample size F(1 - F)/Var(F). Where the variance
is zero, with no such event yet, the number still at risk at the horizon stands in (Dorey & Korn
1987): conservative.
"""

from metrics.estimators.aalen_johansen import Curve
from metrics.estimators.estimate import Estimate
from metrics.estimators.wilson import wilson

METHOD = "Aalen-Johansen, Rothman-Wilson, 95 %"


def cumulative_incidence_at(curve: Curve, horizon: float, cause: str) -> Estimate:
    """Share of the cohort that ended by `cause` within `horizon` days.

    Empty when nobody was followed to the horizon while some were still open: the curve says
    nothing there.
    """
    if not curve.is_followed_to(horizon):
        return Estimate(None, None, None, METHOD)
    share = min(1.0, curve.incidence_at(horizon, cause))
    size = _effective_size(curve, horizon, cause, share)
    interval = wilson(share * size, size)
    return Estimate(share, interval.lower, interval.upper, METHOD)


def _effective_size(curve: Curve, horizon: float, cause: str, share: float) -> float:
    error = curve.standard_error(horizon, cause)
    if error > 0 and 0 < share < 1:
        return share * (1 - share) / error**2
    ended_so = curve.events_until(horizon, cause)
    if ended_so:
        # Everybody still seen ended this way: what is known is how many did.
        return ended_so
    # With nobody left at risk, every end seen was another one: each is one person who did not.
    return curve.number_at_risk(horizon) or curve.events_until(horizon)
