"""Gathers what the attacker finds: cells, the rows behind them, and the families they belong to."""

import numpy as np
import pandas as pd

from disclosure.attacking.cells import UNPUBLISHED, Cells
from disclosure.attacking.findings import Findings, families_of


class Report:
    """Gathers what is found, by row and by family."""

    def __init__(self, results: pd.DataFrame):
        self.results = results
        self.labels: set = set()
        self.families: list[tuple[str, str, str]] = []
        self.cells: list[pd.DataFrame] = []
        self.contradictions: list[str] = []

    def rows(self, labels: list, attack: str) -> None:
        """Rows that give something away by themselves."""
        self.labels.update(labels)
        found = self.results.loc[labels, ["metric_id", "breakdown"]]
        self.families += [(*pair, attack) for pair in found.itertuples(index=False)]

    def name(self, cells: Cells, unsafe: np.ndarray, attack: str) -> None:
        """Cells that are unsafe: the rows that hide or show them, or the rows nearest to a cell without rows."""
        chosen = np.flatnonzero(unsafe)
        if not len(chosen):
            return
        self.cells.append(_told(cells, chosen).assign(attack=attack))
        led = _rows_behind(cells, chosen)
        counts = cells.counts
        mine = counts[counts["cell"].isin(led)]
        self.labels.update(mine["label"][mine["label"].isin(self.results.index)])
        first = mine.drop_duplicates("cell")
        self.families += [
            (metric, table, attack)
            for metric, table in zip(first["metric_id"], first["table"], strict=True)
        ]
        if mine.empty:
            self.families.append(("several metrics", "total", attack))

    def contradict(self, labels: np.ndarray) -> None:
        """Rows that tell another value of a count than other rows do."""
        rows = self.results.loc[[label for label in labels if label in self.results.index]]
        for metric in sorted(set(rows["metric_id"])):
            self.contradictions.append(f"{metric}: the same count is published with two values.")

    def refuted(self, cells: Cells, entries: pd.DataFrame, refuted: np.ndarray, family) -> None:
        """Lines that what is published has refuted, by metric and kind of line."""
        for number in sorted({family[line] for line in np.flatnonzero(refuted)}):
            lines = [line for line in np.flatnonzero(refuted) if family[line] == number]
            cell = entries.loc[entries["line"].isin(lines), "cell"]
            names = cells.counts.loc[cells.counts["cell"].isin(cell), "metric_id"]
            for metric, many in names.value_counts().sort_index().items():
                self.contradictions.append(f"{metric}: {many} counts do not add up ({number}).")

    def findings(self) -> Findings:
        order = {label: place for place, label in enumerate(self.results.index)}
        told = pd.concat(self.cells, ignore_index=True) if self.cells else pd.DataFrame()
        return Findings(
            tuple(sorted(self.labels, key=order.get)),
            families_of(self.families),
            told,
            tuple(self.contradictions),
        )


def _told(cells: Cells, chosen: np.ndarray) -> pd.DataFrame:
    table = cells.table.iloc[chosen]
    told = {
        name: cells.names[name][table[name]] if name in cells.names else table[name].to_numpy()
        for name in ("set_id", "jurisdiction", "start", "end", "breakdown", "category", "currency")
    }
    dates = {
        to: told.pop(of).astype("datetime64[D]").astype("datetime64[us]")
        for to, of in (("period_start", "start"), ("period_end", "end"))
    }
    return pd.DataFrame(
        {**told, **dates, "is_unpublished": table["told"].eq(UNPUBLISHED).to_numpy()}
    )


def _rows_behind(cells: Cells, chosen: np.ndarray) -> np.ndarray:
    """The cells with rows that are these, or that lead to these: what would have to be hidden."""
    ways = pd.DataFrame(
        {
            "cell": np.concatenate([np.zeros(0, int), *[cell for cell, _ in cells.blame]]),
            "via": np.concatenate([np.zeros(0, int), *[via for _, via in cells.blame]]),
        }
    )
    unpublished = cells.table["told"].to_numpy() == UNPUBLISHED
    found, waiting, seen = set(), set(chosen.tolist()), set()
    while waiting:
        seen |= waiting
        without = {cell for cell in waiting if unpublished[cell]}
        found |= waiting - without
        waiting = set(ways.loc[ways["cell"].isin(without), "via"]) - seen
    return np.array(sorted(found), dtype=int)
