"""How far persons whose group is not known could move the gap between two groups (Manski 1989)."""

import numpy as np

from metrics.estimators.intervals import Intervals, divided, parts_of


def gap_bounds(part, whole, other_part, other_whole, unknown_part, unknown_whole) -> Intervals:
    """Lowest and highest difference of the two shares that the unknown could bring about; no value.

    The gap is widest when all unknown who count belong to the one group and all who do not count to
    the other; any mix of the two groups, and of third groups, lies between.
    """
    part, whole = parts_of(part, whole)
    other_part, other_whole = parts_of(other_part, other_whole)
    unknown_part, unknown_whole = parts_of(unknown_part, unknown_whole)
    unknown_rest = unknown_whole - unknown_part
    lower = divided(part, whole + unknown_rest) - divided(
        other_part + unknown_part, other_whole + unknown_part
    )
    upper = divided(part + unknown_part, whole + unknown_part) - divided(
        other_part, other_whole + unknown_rest
    )
    return Intervals(np.full(lower.shape, np.nan), lower, upper)
