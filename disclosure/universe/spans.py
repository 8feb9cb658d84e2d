"""Adds up periods: a block of years is the sum of its years, a double block of its blocks."""

from itertools import pairwise

import numpy as np

from disclosure.universe.cells import Cells
from disclosure.universe.equations import Equations

SAME_BUT_PERIOD = ["set_id", "jurisdiction", "breakdown", "category", "currency"]
LONGEST = {"quarter": 92, "half": 184, "year": 366}
"""Days; a longer period is a block, named by its days."""


def add_sums_of_periods(equations: Equations, cells: Cells) -> None:
    """Add every longer period as the sum of the longest shorter ones that make it up.

    Where some of those have no cell, the others and a cell for the rest stand for them. What is
    counted at the end of a period is no sum of anything.
    """
    table = cells.table[~cells.table["is_stock"]]
    line = table.groupby(SAME_BUT_PERIOD, sort=True).ngroup().to_numpy()
    count = line.max(initial=-1) + 1
    cell_at: dict[tuple[int, int], np.ndarray] = {}
    for period, part in table.assign(line=line).groupby(["period_start", "period_end"], sort=True):
        cell_at[period] = np.full(count, -1)
        cell_at[period][part["line"]] = part.index
    for whole in cell_at:
        is_open = cell_at[whole] >= 0
        levels = _levels(whole, list(cell_at))
        for parts in levels:
            if sum(part[1] - part[0] + 1 for part in parts) < whole[1] - whole[0] + 1:
                continue
            present = np.array([cell_at[part] >= 0 for part in parts])
            tiled = is_open & present.all(axis=0)
            _add(equations, cell_at, whole, parts, tiled)
            is_open &= ~tiled
        for parts in levels:
            present = np.array([cell_at[part] >= 0 for part in parts])
            partly = is_open & present.any(axis=0)
            _add(equations, cell_at, whole, parts, partly)
            is_open &= ~partly


def _levels(whole: tuple[int, int], periods: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Sets of shorter periods of one length inside the whole that do not overlap, longest first."""
    inside = [p for p in periods if p != whole and whole[0] <= p[0] and p[1] <= whole[1]]
    by_length: dict[int, list[tuple[int, int]]] = {}
    for period in sorted(inside):
        by_length.setdefault(_length(period), []).append(period)
    return [
        by_length[length] for length in sorted(by_length, reverse=True) if _fit(by_length[length])
    ]


def _length(period: tuple[int, int]) -> int:
    """The class of a period's length, as days: years and quarters differ among themselves."""
    days = period[1] - period[0] + 1
    for longest in LONGEST.values():
        if days <= longest:
            return longest
    # Blocks of as many years differ by leap days.
    return round(days / 365.25) * 366


def _fit(parts: list[tuple[int, int]]) -> bool:
    return all(left[1] < right[0] for left, right in pairwise(parts))


def _add(equations: Equations, cell_at: dict, whole: tuple, parts: list, lines: np.ndarray) -> None:
    if not lines.any():
        return
    pairs = [(cell_at[whole][lines], cell_at[part][lines]) for part in parts]
    wholes = np.concatenate([pair[0] for pair in pairs])
    cells = np.concatenate([pair[1] for pair in pairs])
    equations.add("periods", wholes[cells >= 0], cells[cells >= 0])
