"""Narrows what every cell may be, line by line, until no line tells more: exact on whole numbers."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

NOTHING = 1e-7
"""What rounding leaves behind."""
ROUNDS = 60


class Bounds:
    """Lowest and highest value of each cell, and the lines that the bounds have refuted."""

    def __init__(
        self, entries: pd.DataFrame | Mapping[str, np.ndarray], lower, upper, is_whole, lines: int
    ):
        self.line = np.asarray(entries["line"], dtype=int)
        self.cell = np.asarray(entries["cell"], dtype=int)
        self.factor = np.asarray(entries["factor"], dtype=float)
        self.lower, self.upper = np.array(lower, float), np.array(upper, float)
        self.is_whole = np.asarray(is_whole, bool)
        self.refuted = np.zeros(lines, dtype=bool)
        self.starts = np.searchsorted(self.line, np.arange(lines + 1))

    def narrow(self, rounds: int = ROUNDS) -> "Bounds":
        """Propagate along all lines, then along those that a change has touched."""
        active = np.ones(len(self.refuted), dtype=bool)
        for _ in range(rounds):
            changed = self._round(active & ~self.refuted)
            if not changed.any():
                break
            active = np.zeros(len(self.refuted), dtype=bool)
            active[self.line[changed[self.cell]]] = True
        return self

    def _round(self, active: np.ndarray) -> np.ndarray:
        chosen = np.flatnonzero(active[self.line])
        line, cell, factor = self.line[chosen], self.cell[chosen], self.factor[chosen]
        up = factor > 0
        low = factor * np.where(up, self.lower[cell], self.upper[cell])
        high = factor * np.where(up, self.upper[cell], self.lower[cell])
        others_low, sum_low = _without_each(line, low, -np.inf, len(self.refuted))
        others_high, sum_high = _without_each(line, high, np.inf, len(self.refuted))
        slack = NOTHING * (
            1 + np.bincount(line, np.abs(np.where(np.isinf(low), 0, low)), len(self.refuted))
        )
        false = active & ((sum_low > slack) | (sum_high < -slack))
        self.refuted |= false
        valid = ~false[line]
        most, least = -others_low[valid] / factor[valid], -others_high[valid] / factor[valid]
        up, cell = up[valid], cell[valid]
        new_upper, new_lower = np.where(up, most, least), np.where(up, least, most)
        lower, upper = self.lower.copy(), self.upper.copy()
        np.maximum.at(lower, cell, new_lower)
        np.minimum.at(upper, cell, new_upper)
        whole = self.is_whole
        lower[whole] = np.ceil(lower[whole] - 1e-6)
        upper[whole] = np.floor(upper[whole] + 1e-6)
        changed = (lower > self.lower + NOTHING) | (upper < self.upper - NOTHING)
        # Two lines that contradict each other tell nothing of the cell where they meet.
        changed &= lower <= upper + NOTHING
        self.lower = np.where(changed, np.minimum(lower, upper), self.lower)
        self.upper = np.where(changed, np.maximum(lower, upper), self.upper)
        return changed


def _without_each(line: np.ndarray, values: np.ndarray, endless: float, lines: int) -> tuple:
    """For each entry the sum of the others of its line, and the sum of each line."""
    is_endless = np.isinf(values)
    finite = np.where(is_endless, 0.0, values)
    total = np.bincount(line, finite, lines)
    endless_ones = np.bincount(line, is_endless, lines)
    others = total[line] - finite
    others = np.where(endless_ones[line] - is_endless > 0, endless, others)
    return others, np.where(endless_ones > 0, endless, total)
