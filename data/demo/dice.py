"""Seeded draws: arrays of codes, of days and of yes or no. A day is a whole number since 1970-01-01."""

from collections.abc import Mapping
from datetime import date
from zlib import crc32

import numpy as np

NEVER = np.iinfo(np.int32).max
"""The day of an event that does not happen: later than every data date."""

EPOCH = date(1970, 1, 1)


def day_number(day: date) -> int:
    """The day as a number, for arithmetic on arrays."""
    return (day - EPOCH).days


class Dice:
    """One stream of random numbers. The same seed and place always give the same stream."""

    def __init__(self, *key: int):
        self.key = key
        self.random = np.random.default_rng(key)

    def apart(self, topic: str) -> "Dice":
        """A stream of the topic's own: what is drawn from it moves nothing that others draw."""
        return Dice(*self.key, crc32(topic.encode()))

    def chance(self, share, size: int) -> np.ndarray:
        """True with probability `share` (one number, or one for each row)."""
        return self.random.random(size) < share

    def pick(self, shares: Mapping[str | None, float], size: int) -> np.ndarray:
        """Codes drawn with the given weights."""
        codes = np.array(list(shares), dtype=object)
        weights = np.fromiter(shares.values(), dtype=float)
        edges = np.cumsum(weights / weights.sum())
        drawn = np.searchsorted(edges, self.random.random(size), side="right")
        return codes[np.minimum(drawn, len(codes) - 1)]

    def days(self, median, spread: float, size: int) -> np.ndarray:
        """Whole lognormal days, at least one."""
        return whole_days(median, spread, self.random.standard_normal(size))

    def days_between(self, first, last, size: int) -> np.ndarray:
        """A day from `first` to `last`, both possible."""
        return self.random.integers(first, np.asarray(last) + 1, size).astype(np.int32)

    def alike(self, group: np.ndarray, groups: int, likeness: float) -> np.ndarray:
        """Standard normal draws that correlate by `likeness` among rows of one group."""
        shared = self.random.standard_normal(groups)[group]
        own = self.random.standard_normal(len(group))
        return np.sqrt(likeness) * shared + np.sqrt(1 - likeness) * own


def whole_days(median, spread: float, normal: np.ndarray) -> np.ndarray:
    """Lognormal days for standard normal draws, so that draws that correlate give days that do."""
    days = np.rint(np.asarray(median) * np.exp(spread * normal))
    return np.clip(days, 1, 20_000).astype(np.int32)


def after(day: np.ndarray, days, happens=True) -> np.ndarray:
    """The day `days` later, or NEVER where the first never comes or the second does not happen."""
    later = day.astype(np.int64) + days
    return np.where((day != NEVER) & happens, later, NEVER).astype(np.int32)
