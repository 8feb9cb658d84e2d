"""An estimate pulled towards the average of all places: to look at, never to judge by."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Pulled:
    """Arrays of estimates that borrow strength from other places, with intervals.

    Judging a place by them would hide small places that truly differ, so this is no array: it refuses
    to become one, holds no counts, and no test takes it. Ask for a column by `shown()`.
    """

    _value: np.ndarray
    _lower: np.ndarray
    _upper: np.ndarray

    def shown(self) -> dict[str, np.ndarray]:
        """Columns for display: shrunken, shrunken_lower, shrunken_upper."""
        return {
            "shrunken": self._value.copy(),
            "shrunken_lower": self._lower.copy(),
            "shrunken_upper": self._upper.copy(),
        }

    def __array__(self, *_args, **_kwargs):
        raise TypeError(
            "a shrunken estimate is for display; it cannot be counted, tested or flagged"
        )

    def __iter__(self):
        return self.__array__()

    def __float__(self):
        return self.__array__()
