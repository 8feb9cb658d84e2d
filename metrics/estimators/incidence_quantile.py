"""How long until a share of a cohort has ended one way, when others end another way and never will.

The day on which the Aalen-Johansen curve of the end reaches the share, between the days on which
its limits do (Peng & Fine 2007). Where there is one kind of end this is the Kaplan-Meier quantile.
"""

from metrics.estimators.curve import Curve
from metrics.estimators.estimate import Estimate
from metrics.estimators.kaplan_meier import crossings, survival_quantile
from metrics.estimators.survival_band import limits


def incidence_quantile(curve: Curve, cause: str, share: float = 0.5) -> Estimate:
    """The day by which `share` of the cohort had ended by `cause`; parts are None where curves stay below."""
    happened = curve.events[cause] > 0
    if (curve.ended == curve.events[cause]).all():
        return survival_quantile(curve, share)
    method = "Aalen-Johansen, log-log band, 95 %"
    if not happened.any():
        return Estimate(None, None, None, method)
    when, left = curve.days[happened], 1 - curve.incidence[cause][happened]
    errors = curve.standard_errors(cause)[happened]
    return crossings(when, (left, *limits(left, errors)), share, curve.days[-1], method)
