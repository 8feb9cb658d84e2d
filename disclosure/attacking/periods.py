"""Lines over time: every period is cut where any other of the same count begins or ends, and is the sum of its pieces.

So blocks are sums of years, years of quarters, and of two windows that overlap, the pieces are unknown
counts that their difference may tell. A piece that no row tells is a count of people like any other.
"""

import numpy as np
import pandas as pd

from disclosure.attacking.cells import UNPUBLISHED, WAITING, Cells
from disclosure.attacking.counts import KEY
from disclosure.attacking.lines import Lines

SERIES = [name for name in KEY if name not in ("start", "end")]


def relate_periods(cells: Cells, lines: Lines) -> None:
    """Relate all counts of which something is told for periods that share days."""
    table = cells.table
    mine = table[table["is_additive"]].sort_values([*SERIES, "start", "end"], kind="stable")
    series = mine.groupby(SERIES, sort=False).ngroup().to_numpy()
    start, end = mine["start"].to_numpy(), mine["end"].to_numpy()
    told, ids = mine["told"].to_numpy(), mine.index.to_numpy()
    shares = np.zeros(len(mine), dtype=bool)
    latest = pd.Series(end).groupby(series).cummax().to_numpy()
    shares[1:] = (series[1:] == series[:-1]) & (start[1:] <= latest[:-1])
    linked = np.isin(series, np.unique(series[shares]))
    bounds = np.flatnonzero(np.diff(series[linked])) + 1
    pieces = _Pieces()
    for group in np.split(np.flatnonzero(linked), bounds):
        if len(group):
            pieces.cut(ids[group], start[group], end[group], told[group])
    pieces.relate(cells, lines)


class _Pieces:
    """Collects which cells are made of which pieces; pieces without a cell are numbered below zero."""

    def __init__(self):
        self.entries: list[tuple[int, int, float]] = []
        self.made: list[tuple[int, int, int]] = []

    def cut(self, ids, start, end, told) -> None:
        """Cut the periods of one count."""
        edges = np.unique(np.concatenate([start, end + 1]))
        first, last = np.searchsorted(edges, start), np.searchsorted(edges, end + 1)
        own = {a: cell for cell, a, b in zip(ids, first, last, strict=True) if b == a + 1}
        for cell, a, b, how in zip(ids, first, last, told, strict=True):
            # What is not told yet of a long period is no sum of anything.
            if b == a + 1 or how == WAITING:
                continue
            for piece in range(a, b):
                if piece not in own:
                    self.made.append((cell, edges[piece], edges[piece + 1] - 1))
                    own[piece] = -len(self.made)
                self.entries.append((cell, own[piece], 1.0))
            self.entries.append((cell, cell, -1.0))

    def relate(self, cells: Cells, lines: Lines) -> None:
        if not self.entries:
            return
        entries = pd.DataFrame(self.entries, columns=["line", "cell", "factor"])
        if self.made:
            made = pd.DataFrame(self.made, columns=["of", "start", "end"])
            keys = cells.table.loc[made["of"], KEY].reset_index(drop=True)
            number = cells.add(keys.assign(start=made["start"], end=made["end"]))
            is_made = entries["cell"] < 0
            entries.loc[is_made, "cell"] = number[-entries.loc[is_made, "cell"].to_numpy() - 1]
        lines.add(entries, "period")
        parts = entries[entries["factor"] > 0]
        unpublished = cells.table["told"].to_numpy() == UNPUBLISHED
        is_new = unpublished[parts["cell"]]
        cells.lead(parts["cell"].to_numpy()[is_new], parts["line"].to_numpy()[is_new], False)
        # What a piece without rows is had from are its neighbours and the sum: the neighbours are told finer.
        pairs = parts.merge(parts, on="line", suffixes=("", "_beside"))
        is_other = unpublished[pairs["cell"]] & (pairs["cell"] != pairs["cell_beside"])
        pairs = pairs[is_other]
        cells.lead(pairs["cell"].to_numpy(), pairs["cell_beside"].to_numpy())
