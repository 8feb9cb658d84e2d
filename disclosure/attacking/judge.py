"""When a cell is unsafe, given what it may be; and when it is proven safe by values that it can have."""

from dataclasses import dataclass

import numpy as np

from disclosure.attacking.cells import HIDDEN, SHOWN, UNPUBLISHED, Cells
from disclosure.policy import threshold

NEARLY = 1e-4
"""What a solver of linear programmes may be off by."""


@dataclass(frozen=True)
class Judge:
    """What each cell is asked, one entry a cell.

    Hidden cells must have room; what nobody hid (a rest, a piece of a period, a number that waits)
    only must not turn out to be a small count. Sums of money or days must not be told too closely.
    Whatever is told, a cell may be no more than `public_low` to `public_high`: so much follows from
    facts of open court alone, and nothing is lost where no more than that can be found.
    """

    least: np.ndarray
    width: np.ndarray
    is_hidden: np.ndarray
    is_sum: np.ndarray
    is_left: np.ndarray
    is_judged: np.ndarray
    public_low: np.ndarray
    public_high: np.ndarray

    def is_unsafe(self, low: np.ndarray, high: np.ndarray) -> np.ndarray:
        """True where a cell that may be anything from `low` to `high` tells too much."""
        room = high - low
        few = (high < self.least - NEARLY) & (high > NEARLY)
        close = (low < self.least - NEARLY) & (room < self.width - NEARLY) & (high > NEARLY)
        known = room < 1 - NEARLY
        told = room < threshold("dominance_rest") * np.abs(high) - NEARLY
        people = few | ((self.is_hidden | self.is_left) & close) | (self.is_hidden & known)
        is_known = (low <= self.public_low + NEARLY) & (high >= self.public_high - NEARLY)
        return self.is_judged & ~is_known & np.where(self.is_sum, self.is_hidden & told, people)

    def is_proven(self, seen_low, seen_high, low) -> np.ndarray:
        """True where values that the cell can have, and its least, already show that it is safe."""
        seen = np.maximum(seen_high - seen_low, 0)
        wide = (seen >= self.width - NEARLY) & (seen_high >= self.least - NEARLY)
        far = (low >= self.least - NEARLY) & (~self.is_hidden | (seen >= 1 - NEARLY))
        waits = ~self.is_hidden & ~self.is_left & (seen_high >= self.least - NEARLY)
        enough = threshold("dominance_rest") * np.maximum(np.abs(seen_high), 1)
        return ~self.is_judged | np.where(self.is_sum, seen >= enough * 2, wide | far | waits)


def judge_of(cells: Cells) -> Judge:
    """The judge of these cells, to whom no court has told anything.

    Thresholds are those of the place and category, and of the metrics that tell the cell.
    """
    table = cells.table
    least, width = (_thresholds(cells, name) for name in ("minimum_count", "protection_width"))
    told = table["told"].to_numpy()
    is_sum = table["is_sum"].to_numpy(bool)
    public = _is_public(cells)
    return Judge(
        least,
        width,
        told == HIDDEN,
        is_sum,
        (told == UNPUBLISHED) & ~is_sum,
        (told != SHOWN) & ~public,
        np.full(len(table), -np.inf),
        np.full(len(table), np.inf),
    )


def _thresholds(cells: Cells, name: str) -> np.ndarray:
    """The highest value that holds for any metric by which the cell is told, or by its neighbours."""
    general = float(threshold(name))
    found = np.full(len(cells.table), general)
    counts = cells.counts
    places, categories = cells.names["jurisdiction"], cells.names["category"]
    asked = counts[["cell", "metric_id", "population", "jurisdiction", "category"]]
    unique = asked.drop(columns="cell").drop_duplicates()
    unique = unique.assign(
        value=[
            float(threshold(name, places[place], population, metric, categories[category]))
            for metric, population, place, category in unique.itertuples(index=False)
        ]
    )
    raised = unique[unique["value"] > general]
    if len(raised):
        values = asked.merge(raised, on=[*unique.columns.drop("value")])
        np.maximum.at(found, values["cell"].to_numpy(), values["value"].to_numpy())
    for cell, via in cells.via:
        np.maximum.at(found, cell, found[via])
    return found


def _is_public(cells: Cells) -> np.ndarray:
    """Cells that open court told, and what is left between two of them."""
    public = cells.table["is_public"].to_numpy(bool).copy()
    unpublished = cells.table["told"].to_numpy() == UNPUBLISHED
    public[unpublished] = True
    led = np.zeros(len(public), dtype=bool)
    for cell, via in cells.via:
        led[cell] = True
        np.logical_and.at(public, cell, public[via])
    return public & (led | ~unpublished)
