"""What every estimator returns."""

import math
from typing import NamedTuple

Z = 1.959963984540054
"""Standard normal quantile of a two-sided 95 % interval, the level of every interval published."""


class _Parts(NamedTuple):
    value: float | None
    lower: float | None
    upper: float | None
    method: str


class Estimate(_Parts):
    """A number with its 95 % interval.

    Each of `value`, `lower` and `upper` is a finite float, or None where the table cannot support
    it (nothing below the line, a median that is not reached). `method` names how it was made, in
    words that can stand beside the number.
    """

    __slots__ = ()

    def __new__(cls, value: float | None, lower: float | None, upper: float | None, method: str):
        return super().__new__(cls, _finite(value), _finite(lower), _finite(upper), method)

    def complement(self) -> "Estimate":
        """The estimate of 1 minus this share."""
        turned = [
            None if part is None else 1 - part for part in (self.value, self.upper, self.lower)
        ]
        return Estimate(*turned, self.method)


def check_counts(**counts: float) -> None:
    """Raise ValueError for a count that is negative or not a number."""
    for name, count in counts.items():
        if not math.isfinite(count) or count < 0:
            raise ValueError(f"{name} has to be a count of zero or more")


def check_part(part: float, whole: float) -> None:
    """Raise ValueError unless 0 <= part <= whole."""
    check_counts(part=part, whole=whole)
    if part > whole:
        raise ValueError("the part counted is larger than the whole it is part of")


def _finite(number: float | None) -> float | None:
    if number is None or not math.isfinite(number):
        return None
    return float(number)
