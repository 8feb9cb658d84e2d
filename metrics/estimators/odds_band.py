"""What a share would be if the odds of those who kept silent differed from the odds of those who answered.

Between the two worst cases (nobody silent counts, everybody does) lies what is plausible: pattern
mixture with one parameter, the ratio of the two odds (Rubin 1977; Little 1994). No value of the
parameter is estimated: each is an assumption, named beside the number.
"""

from metrics.estimators.estimate import Estimate, check_part
from metrics.estimators.wilson import wilson


def share_if_silent_differ(part: float, seen: float, whole: float, odds_ratio: float) -> Estimate:
    """The share over the whole if the odds of the unseen are `odds_ratio` times those of the seen.

    The interval carries the chance in the answers only: it is the same step applied to Wilson's
    limits. Empty where nobody was seen.
    """
    check_part(part, seen)
    check_part(seen, whole)
    if odds_ratio <= 0:
        raise ValueError("a ratio of odds is above zero")
    method = f"Silent with {odds_ratio:.3g} times the odds, Wilson, 95 %"
    if not seen:
        return Estimate(None, None, None, method)
    known = wilson(part, seen)
    silent = 1 - seen / whole

    def mixed(share: float) -> float:
        unseen = odds_ratio * share / (1 - share + odds_ratio * share)
        return (1 - silent) * share + silent * unseen

    return Estimate(mixed(known.value), mixed(known.lower), mixed(known.upper), method)


def odds_band(part: float, seen: float, whole: float, factor: float) -> Estimate:
    """Value if the silent were like those who answered; limits if their odds were 1/factor and factor times as high, for chance as well."""
    low = share_if_silent_differ(part, seen, whole, 1 / factor)
    high = share_if_silent_differ(part, seen, whole, factor)
    like = share_if_silent_differ(part, seen, whole, 1.0)
    method = f"Silent with 1/{factor:.3g} to {factor:.3g} times the odds, Wilson, 95 %"
    return Estimate(like.value, low.lower, high.upper, method)
