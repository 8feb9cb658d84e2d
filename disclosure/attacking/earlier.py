"""What earlier releases tell of this one: changes of few people, and counts that were shown before."""

import numpy as np
import pandas as pd

from disclosure.attacking.cells import SHOWN, Cells
from disclosure.attacking.counts import KEY, counts_of
from disclosure.attacking.judge import Judge
from disclosure.attacking.keyed import cells_named
from disclosure.policy import threshold


def shown_before(cells: Cells, previous: dict[str, pd.DataFrame]) -> np.ndarray:
    """The value that the earlier release told of each cell; not a number where it told none."""
    told = counts_of(previous)
    told = told[told["value"].notna()].drop_duplicates(KEY)
    cell = cells_named(cells, told)
    found = np.full(len(cells.table), np.nan)
    found[cell[cell >= 0]] = told["value"].to_numpy()[cell >= 0]
    return found


def few_more(cells: Cells, previous: dict[str, pd.DataFrame], judge: Judge) -> np.ndarray:
    """True for cells told in both releases that differ by a small count of people."""
    table = cells.table
    change = np.abs(table["lower"].to_numpy(float) - shown_before(cells, previous)).round(6)
    least = np.maximum(judge.least, threshold("revision_minimum"))
    few = (change > 0) & (change < least) & table["told"].eq(SHOWN).to_numpy()
    return few & table["is_people"].to_numpy(bool) & ~table["is_public"].to_numpy(bool)


def with_earlier(
    cells: Cells,
    entries: pd.DataFrame,
    previous: dict[str, pd.DataFrame],
    lower: np.ndarray,
    upper: np.ndarray,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The bounds with what is known from before, and which cells are known in that way.

    A hidden count is taken to be what it was where everything that it adds up with, and that both
    releases tell, is what it was: then a reader has no reason to think otherwise.
    """
    before = shown_before(cells, previous)
    shown = cells.table["told"].eq(SHOWN).to_numpy()
    cell, line = entries["cell"].to_numpy(int), entries["line"].to_numpy(int)
    in_both = shown & ~np.isnan(before)
    changed = in_both & (np.abs(before - lower) > 1e-6)
    lines = int(line.max()) + 1 if len(line) else 0
    told = np.bincount(line, in_both[cell], lines) > 0
    moved = np.bincount(line, changed[cell], lines) > 0
    still = np.zeros(len(before), dtype=bool)
    still[cell[(told & ~moved)[line]]] = True
    still[cell[moved[line]]] = False
    known = ~shown & ~np.isnan(before) & still & (lower < upper)
    fits = known & (before >= lower) & (before <= upper)
    return np.where(fits, before, lower), np.where(fits, before, upper), fits
