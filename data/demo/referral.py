"""Who referred a presumed victim, and whether the person had been trafficked before."""

import numpy as np

from data.demo.dice import Dice
from data.demo.truths_protection import Referral


def referrers(referral: Referral, is_identified: np.ndarray, dice: Dice) -> np.ndarray:
    """Who referred each person, so that persons of each referrer are identified as often as is declared."""
    by, whole = referral.by, sum(referral.by.values())
    border = by["immigration"] / whole
    others = (referral.identified - border * referral.identified_by_immigration) / (1 - border)
    share = dict.fromkeys(by, others) | {"immigration": referral.identified_by_immigration}
    own = dice.apart("referred_by")
    size = len(is_identified)
    # Bayes: identification was drawn before, so the referrer is drawn given its result.
    given_identified = own.pick({one: by[one] * share[one] for one in by}, size)
    given_refused = own.pick({one: by[one] * (1 - share[one]) for one in by}, size)
    return np.where(is_identified, given_identified, given_refused)


def earlier_episodes(referral: Referral, size: int, dice: Dice) -> np.ndarray:
    """True or False for those who were asked, None for the others."""
    own = dice.apart("had_earlier_episode")
    asked = own.chance(referral.earlier_asked, size)
    return np.where(asked, own.chance(referral.earlier, size), None)
