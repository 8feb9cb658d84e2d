"""What somebody learns who knows one small hidden count, being one of those counted."""

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from disclosure.attacking.cells import SHOWN, Cells
from disclosure.attacking.components import Batch
from disclosure.attacking.integer import LARGEST
from disclosure.attacking.judge import Judge
from disclosure.attacking.linear import CannotSolveError, Programme, interval
from disclosure.attacking.narrowing import part_of
from disclosure.attacking.propagate import NOTHING, Bounds
from disclosure.policy import threshold


def told_by_one(cells: Cells, bounds: Bounds, judge: Judge, revealed: pd.DataFrame) -> np.ndarray:
    """True for hidden cells with too little room once any single one of the revealed counts is known.

    `revealed` has label, measure and value. Components of more cells than whole numbers are tried on
    are narrowed line by line only. Of the insider's own two people one or two are in any part of them
    that is not told to be nobody: only what is narrower than that was found out.
    """
    keys = ["label", "measure"]
    known = revealed[[*keys, "value"]].merge(cells.counts[[*keys, "cell"]], on=keys)
    known = known.drop_duplicates("cell")
    values = dict(zip(known["cell"], known["value"].astype(float), strict=True))
    found = np.zeros(len(bounds.lower), dtype=bool)
    table = cells.table
    is_public = (table["told"].eq(SHOWN) & table["is_public"].astype(bool)).to_numpy()
    untold_lower = np.where(is_public, table["lower"].to_numpy(float), 0.0)
    untold_upper = np.where(is_public, table["upper"].to_numpy(float), np.inf)
    for mine, entries in _components(bounds, np.array(sorted(values), dtype=int)):
        own = part_of(judge, mine)
        whole = bounds.is_whole[mine]
        shape = (int(entries["line"].max()) + 1, len(mine))
        matrix = csr_matrix((entries["factor"], (entries["line"], entries["cell"])), shape=shape)
        local = (mine, entries, matrix, bounds.lower[mine], bounds.upper[mine], whole)
        for column in np.flatnonzero(np.isin(mine, list(values))):
            value = values[mine[column]]
            tight, low, high = _with_one(*local, own, column, value)
            if tight.any():
                untold = untold_lower[mine], untold_upper[mine]
                own_people = _narrowed(entries, *untold, whole, column, value)
                least = np.maximum(own_people.lower, 1)
                tight &= (low > least + NOTHING) | (high < own_people.upper - NOTHING)
                found[mine[tight]] = True
    return found


def _narrowed(entries, lower, upper, is_whole, column: int, value: float) -> Bounds:
    """What lines tell once one cell is known."""
    lower, upper = lower.copy(), upper.copy()
    lower[column] = upper[column] = value
    return Bounds(entries, lower, upper, is_whole, int(entries["line"].max()) + 1).narrow()


def _with_one(
    mine, entries, matrix, lower, upper, is_whole, judge: Judge, column: int, value: float
):
    """Which cells have too little room once one is known, and the lowest and highest value of each."""
    if not lower[column] <= value <= upper[column]:
        return np.zeros(len(mine), dtype=bool), lower, upper
    narrowed = _narrowed(entries, lower, upper, is_whole, column, value)
    lines = len(narrowed.refuted)
    secret = judge.is_judged & judge.is_hidden & ~judge.is_sum
    secret[column] = False
    tight = secret & _is_tight(narrowed.lower, narrowed.upper, judge)
    if len(mine) > LARGEST or len(entries["line"]) < len(mine) + lines:
        return tight, narrowed.lower, narrowed.upper
    line, cell = entries["line"], entries["cell"]
    is_beside = np.zeros(len(mine), dtype=bool)
    is_beside[cell[np.isin(line, line[cell == column])]] = True
    asked = secret & ~tight & is_beside
    if not asked.any():
        return tight, narrowed.lower, narrowed.upper
    size = np.full(len(mine), len(mine))
    batch = Batch(mine, np.zeros(len(mine), int), matrix, np.zeros(lines), size)
    room = threshold("room_below")
    try:
        seen = interval(
            Programme(batch, narrowed.lower, narrowed.upper),
            asked,
            lambda low, high: high - low >= room,
        )
    except CannotSolveError:
        return tight, narrowed.lower, narrowed.upper
    # Whoever was not asked for was not looked for at either end.
    low = np.where(asked, np.ceil(seen.low - 1e-4), narrowed.lower)
    high = np.where(asked, np.floor(seen.high + 1e-4), narrowed.upper)
    return tight | (asked & _is_tight(low, high, judge)), low, high


def _is_tight(low: np.ndarray, high: np.ndarray, judge: Judge) -> np.ndarray:
    return (high - low < threshold("room_below")) & (low < judge.least)


def _components(bounds: Bounds, wanted: np.ndarray):
    """Cells and entries, numbered anew, of every component of unknown cells that holds a wanted one.

    Known cells come along with the lines they stand in.
    """
    live = ~bounds.refuted[bounds.line]
    open_cell = bounds.upper - bounds.lower > NOTHING
    line, cell, factor = bounds.line[live], bounds.cell[live], bounds.factor[live]
    size = len(bounds.lower)
    free = open_cell[cell]
    count = size + len(bounds.refuted)
    graph = csr_matrix((np.ones(free.sum()), (cell[free], size + line[free])), shape=(count, count))
    _, part = connected_components(graph, directed=False)
    wanted = wanted[open_cell[wanted]]
    parts = np.unique(part[wanted])
    of_entry = part[size + line]
    mine = np.isin(of_entry, parts)
    order = np.argsort(of_entry[mine], kind="stable")
    line, cell, factor, of_entry = (v[mine][order] for v in (line, cell, factor, of_entry))
    for chosen in np.split(np.arange(len(line)), np.flatnonzero(np.diff(of_entry)) + 1):
        if len(chosen):
            cells, number = np.unique(cell[chosen], return_inverse=True)
            _, lines = np.unique(line[chosen], return_inverse=True)
            by_line = np.lexsort((number, lines))
            yield (
                cells,
                {
                    "line": lines[by_line],
                    "cell": number[by_line],
                    "factor": factor[chosen][by_line],
                },
            )
