"""How long things take at the pace of one period: the period life table's idea (Keiding 1990).

Everybody open in the period is followed in it only: from the first day of the period, or of their
own clock, to its last. The curve is what a cohort would go through that met, at each age, the pace
of this period.
"""

from dataclasses import dataclass

from metrics.estimators.aalen_johansen import aalen_johansen
from metrics.estimators.curve import Curve
from metrics.estimators.estimate import Estimate
from metrics.estimators.kaplan_meier import survival_quantile

FEWEST_AT_RISK = 10
"""A smaller risk set early on can send the curve to zero for good (docs/methods.md)."""


@dataclass(frozen=True)
class Pace:
    """The quantile, and the day it is conditioned on: 0, or the last day with ends among too few."""

    estimate: Estimate
    lasted: float


def current_pace(curve: Curve, share: float = 0.5, fewest: int = FEWEST_AT_RISK) -> Pace:
    """The day by which `share` would have ended at the pace of the period.

    Where too few were at risk at first, of those only that lasted longer, and the method says so.
    Empty where too few were at risk on a day with ends before the quantile.
    """
    happened = curve.ended > 0
    enough = curve.days[happened & (curve.at_risk >= fewest)]
    if not enough.size:
        return Pace(Estimate(None, None, None, survival_quantile(curve, share).method), 0)
    early = curve.days[happened & (curve.days < enough[0])]
    lasted = float(early[-1]) if early.size else 0.0
    if early.size:
        curve = after(curve, lasted)
    found = survival_quantile(curve, share)
    method = found.method + (f", of those open after day {lasted:.0f}" if early.size else "")
    thin = curve.days[(curve.ended > 0) & (curve.at_risk < fewest)]
    if found.value is None or (thin <= found.value).any():
        return Pace(Estimate(None, None, None, method), lasted)
    return Pace(Estimate(found.value, found.lower, found.upper, method), lasted)


def after(curve: Curve, day: float) -> Curve:
    """The curve of those still without an end after `day`: they are there from the start of it."""
    later = curve.days > day
    events = {cause: counts[later] for cause, counts in curve.events.items()}
    return aalen_johansen(curve.days[later], events, curve.censored[later], curve.entered[later])
