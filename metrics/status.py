"""How far a number can be relied on, and whether a cohort is old enough (docs/methods.md, sections 3 and 4).

Two separate questions stand behind `status`: whether a number is safe to publish is disclosure's;
whether it is reliable is answered here. The steps for shares follow the presentation standards of
the US National Center for Health Statistics (Parker and others 2017), those for rates the same
source; the two lowest steps are our own and stricter.
"""

INSUFFICIENT_BELOW = 10
"""Fewer units say too little about anything."""
UNCERTAIN_BELOW = 30
"""Fewer units: the interval is shown, the point is not."""
WIDE, WIDER, NARROW = 0.20, 0.30, 0.05
"""Widths of the interval of a share."""
RELATIVELY_WIDE = 1.30
"""Width over value from which a share asks for care."""
RELATIVELY_TOO_WIDE = 1.60
"""Width over value up to which a rate, ratio or duration is reportable."""
PROVISIONAL_FROM = 0.80
"""Share of a cohort that could be followed to the horizon from which the estimate is shown as provisional."""


def status_of_share(n: float, lower: float, upper: float, value: float) -> str:
    """The step of a share estimated from n units."""
    width = upper - lower
    if n < INSUFFICIENT_BELOW:
        return "insufficient"
    if n < UNCERTAIN_BELOW or width >= WIDER:
        return "very_uncertain"
    if width > WIDE or (width > NARROW and _relative(width, value) > RELATIVELY_WIDE):
        return "use_with_care"
    return "reportable"


def status_of_amount(n: float, lower: float, upper: float, value: float) -> str:
    """The step of a ratio of flows, a number of days or a ratio of sums that rests on n units."""
    if n < INSUFFICIENT_BELOW:
        return "insufficient"
    if n < UNCERTAIN_BELOW:
        return "very_uncertain"
    if _relative(upper - lower, value) > RELATIVELY_TOO_WIDE:
        return "use_with_care"
    return "reportable"


def status_of_count(lower: float, upper: float, value: float) -> str:
    """The step of a count: counts under ten are not judged here, zero asks for care."""
    relative = _relative(upper - lower, value)
    return "use_with_care" if relative > RELATIVELY_TOO_WIDE else "reportable"


def status_of_rate(counted: float, lower: float, upper: float, value: float) -> str:
    """The step of a rate with `counted` events above the line; zero asks for care, as with a count."""
    if INSUFFICIENT_BELOW <= counted < UNCERTAIN_BELOW:
        return "very_uncertain"
    return status_of_count(lower, upper, value)


def maturity(followable: int, units: int, at_risk: int) -> str:
    """mature: all could be followed to the horizon; provisional: most could, and ten or more were; else bounds_only."""
    if followable >= units:
        return "mature"
    if followable >= PROVISIONAL_FROM * units and at_risk >= INSUFFICIENT_BELOW:
        return "provisional"
    return "bounds_only"


def _relative(width: float, value: float) -> float:
    if width == 0:
        return 0.0
    return width / value if value > 0 else float("inf")
