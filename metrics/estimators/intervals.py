"""Estimates by the thousand: arrays of values with their limits."""

from functools import cache
from statistics import NormalDist
from typing import NamedTuple

import numpy as np


class Intervals(NamedTuple):
    """Three arrays of one shape; NaN where the counts cannot support a number."""

    value: np.ndarray
    lower: np.ndarray
    upper: np.ndarray


@cache
def normal_quantile(level: float) -> float:
    """The standard normal quantile of a two-sided interval of that level, e.g. 1.96 at 0.95.

    Raises ValueError for a level that is not strictly between 0 and 1.
    """
    if not 0 < level < 1:
        raise ValueError("a level is a share between 0 and 1, such as 0.95 or 0.998")
    return NormalDist().inv_cdf((1 + level) / 2)


def counts(*given) -> list[np.ndarray]:
    """The counts as arrays of floats of one shape. Raises ValueError where one is below zero; NaN passes."""
    arrays = np.broadcast_arrays(*(np.asarray(each, float) for each in given))
    if any((each < 0).any() for each in arrays):
        raise ValueError("a count is zero or more")
    return [each.copy() for each in arrays]


def parts_of(part, whole) -> tuple[np.ndarray, np.ndarray]:
    """Parts and wholes as arrays. Raises ValueError where a part is larger than its whole."""
    part, whole = counts(part, whole)
    if (part > whole).any():
        raise ValueError("the part counted is larger than the whole it is part of")
    return part, whole


def divided(above, below) -> np.ndarray:
    """above / below; NaN where nothing stands below."""
    above, below = np.broadcast_arrays(np.asarray(above, float), np.asarray(below, float))
    return np.divide(above, below, out=np.full(above.shape, np.nan), where=below > 0)
