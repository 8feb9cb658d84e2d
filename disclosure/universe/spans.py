"""Adds up periods: a block of years is the sum of its years, a double block of its blocks."""

from collections.abc import Iterable

import numpy as np

from disclosure.universe.cells import Cells
from disclosure.universe.equations import Equations

SAME_BUT_PERIOD = ["set_id", "jurisdiction", "breakdown", "category", "currency"]


def add_sums_of_periods(equations: Equations, cells: Cells) -> None:
    """Add every longer period as the sum of the longest shorter ones inside it that do not overlap.

    Where these do not cover all of it, a cell for the rest stands for what is left. What is counted
    at the end of a period is no sum of anything.
    """
    table = cells.table[~cells.table["is_stock"]]
    line = table.groupby(SAME_BUT_PERIOD, sort=True).ngroup().to_numpy()
    count = line.max(initial=-1) + 1
    cell_at: dict[tuple[int, int], np.ndarray] = {}
    for period, part in table.assign(line=line).groupby(["period_start", "period_end"], sort=True):
        cell_at[period] = np.full(count, -1)
        cell_at[period][part["line"]] = part.index
    for whole, wholes in cell_at.items():
        taken: dict[tuple[int, int], np.ndarray] = {}
        for part in _inside(whole, cell_at):
            is_free = (wholes >= 0) & (cell_at[part] >= 0)
            for other, lines in taken.items():
                if part[0] <= other[1] and other[0] <= part[1]:
                    is_free &= ~lines
            taken[part] = is_free
        if taken:
            pairs = [(wholes[lines], cell_at[part][lines]) for part, lines in taken.items()]
            above, below = (np.concatenate(side) for side in zip(*pairs, strict=True))
            if len(above):
                equations.add("periods", above, below)


def _inside(whole: tuple[int, int], periods: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The shorter periods within the whole, longest first."""
    inside = [p for p in periods if p != whole and whole[0] <= p[0] and p[1] <= whole[1]]
    return sorted(inside, key=lambda period: (period[0] - period[1], period))
