"""The smallest gap between two shares that groups of this size would show (Fleiss, Levin & Paik 2003, chapter 4)."""

from statistics import NormalDist

import numpy as np

from metrics.estimators.intervals import counts, divided, normal_quantile

POWER = 0.80


def detectable_gap(
    whole, other_whole, share=0.5, power: float = POWER, level: float = 0.95
) -> np.ndarray:
    """The true difference that a test at 5 % finds with 80 % power, at most 1; NaN where a group is empty.

    `share` is the share of both groups together; one half is the hardest case.
    """
    whole, other_whole, share = counts(whole, other_whole, share)
    reach = normal_quantile(level) + NormalDist().inv_cdf(power)
    variance = share * (1 - share) * (divided(1, whole) + divided(1, other_whole))
    return np.minimum(reach * np.sqrt(variance), 1.0)
