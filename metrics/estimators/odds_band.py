"""A sensitivity band for non-response: those unseen have other odds than those seen (docs/methods.md, section 1).

A pattern-mixture model with one parameter (Little 1994): the odds of the unseen are the odds of
the seen, divided and multiplied by a factor.
"""

from metrics.estimators.estimate import Estimate, check_part


def odds_band(part: float, seen: float, whole: float, factor: float = 2.0) -> Estimate:
    """The share over the whole when the unseen have 1/factor to factor times the odds of the seen.

    The value is the share with equal odds: the one that was seen. Nothing seen gives an empty
    estimate.
    """
    check_part(part, seen)
    check_part(seen, whole)
    if factor < 1:
        raise ValueError("the factor of the odds is 1 or more")
    method = f"Odds of those unseen 1/{factor:g} to {factor:g} times the odds of those seen"
    if seen == 0:
        return Estimate(None, None, None, method)
    share, weight = part / seen, seen / whole

    def over_the_whole(times: float) -> float:
        shifted = times * share / (times * share + 1 - share)
        return weight * share + (1 - weight) * shifted

    return Estimate(share, over_the_whole(1 / factor), over_the_whole(factor), method)
