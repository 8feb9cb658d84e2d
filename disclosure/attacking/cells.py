"""The cells of the universe: every different count once, what is known of it, and what it may be."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from disclosure.attacking.counts import KEY
from disclosure.policy import threshold

SHOWN, HIDDEN, WAITING, UNPUBLISHED = 0, 1, 2, 3
"""Told of a cell: its value; that it is suppressed; nothing yet; there is no row for it at all."""

SET_PROPERTIES = ["is_people", "is_sum", "is_additive", "is_whole"]


@dataclass
class Cells:
    """`table` has a row a cell (codes of the KEY, lower, upper, told, is_public and the properties of its
    set); `counts` says which counts of which rows are that cell; `names` has the words behind the codes;
    `sets` the properties by code of the set; `via` leads from a cell without rows to those that tell it,
    and `blame` to those that would have to be hidden for it.
    """

    table: pd.DataFrame
    counts: pd.DataFrame
    names: dict[str, np.ndarray]
    sets: pd.DataFrame
    via: list[tuple[np.ndarray, np.ndarray]] = field(default_factory=list)
    blame: list[tuple[np.ndarray, np.ndarray]] = field(default_factory=list)

    def lead(self, cell: np.ndarray, via: np.ndarray, is_to_blame: bool = True) -> None:
        """Note what tells these cells that no row tells."""
        self.via.append((cell, via))
        if is_to_blame:
            self.blame.append((cell, via))

    def code(self, name: str, word: str) -> int:
        """The code of a word; -1 where no cell has it."""
        found = np.flatnonzero(self.names[name] == word)
        return int(found[0]) if len(found) else -1

    def find(self, keys: pd.DataFrame) -> np.ndarray:
        """The cell of each row of codes; -1 where there is none."""
        known = self.table[KEY].reset_index(names="cell").drop_duplicates(KEY)
        return keys[KEY].merge(known, on=KEY, how="left")["cell"].fillna(-1).to_numpy(int)

    def ensure(self, keys: pd.DataFrame) -> np.ndarray:
        """The cell of each row of codes, made where there is none: no row tells it, but it is a count."""
        found = self.find(keys)
        missing = keys.loc[found < 0, KEY].drop_duplicates()
        if len(missing):
            self.add(missing)
            found = self.find(keys)
        return found

    def add(self, keys: pd.DataFrame) -> np.ndarray:
        """New cells without rows, in this order."""
        first = len(self.table)
        made = keys[KEY].reset_index(drop=True)
        made = made.join(self.sets, on="set_id")
        made = made.assign(lower=0.0, upper=np.inf, told=UNPUBLISHED, is_public=False)
        self.table = pd.concat([self.table, made[self.table.columns]], ignore_index=True)
        return np.arange(first, len(self.table))


def cells_of(counts: pd.DataFrame) -> tuple[Cells, np.ndarray]:
    """The cells of these counts, and the labels of rows that contradict one another."""
    counts = counts.copy()
    names = {}
    for name in KEY:
        if counts[name].dtype == object:
            counts[name], words = pd.factorize(counts[name], sort=True)
            names[name] = np.asarray(words, dtype=object)
    value = counts["value"]
    whole = value.isna() | (np.abs(value - value.round()) < 1e-9)
    counts["is_whole"] = whole & ~counts["is_sum"]
    sets = counts.groupby("set_id")[["is_people", "is_additive", "is_whole"]].min()
    sets["is_sum"] = counts.groupby("set_id")["is_sum"].max()
    together = counts.groupby(KEY, sort=True)
    counts["cell"] = together.ngroup().to_numpy()
    by_cell = counts.groupby("cell")
    table = counts.drop_duplicates("cell").sort_values("cell")[KEY].reset_index(drop=True)
    table = table.join(sets[SET_PROPERTIES], on="set_id")
    lowest, highest = by_cell["value"].min(), by_cell["value"].max()
    hidden = by_cell["is_suppressed"].max()
    table["told"] = np.select([lowest.notna(), hidden], [SHOWN, HIDDEN], WAITING)
    table["is_public"] = (counts["is_public"] & value.notna()).groupby(counts["cell"]).max()
    may_be_zero = _may_be_zero(counts).groupby(counts["cell"]).max()
    table["lower"], table["upper"] = _known(table, lowest, highest, may_be_zero)
    differ = np.flatnonzero((highest - lowest) > 1e-6 * highest.abs().clip(lower=1))
    wrong = counts.loc[counts["cell"].isin(differ), "label"].to_numpy()
    return Cells(table, counts, names, sets), wrong


def _may_be_zero(counts: pd.DataFrame) -> pd.Series:
    """Whether a hidden count could be none: that none of a small group has something is kept back as well."""
    is_numerator = counts["measure"].eq("numerator")
    whole = counts[~is_numerator].drop_duplicates("label").set_index("label")["value"]
    is_small = ~(counts["label"].map(whole) >= threshold("homogeneity_below"))
    is_group = ~counts["table"].isin(threshold("homogeneity_never_within"))
    is_group &= counts["is_part"] & ~counts["kind"].isin(threshold("mixed_kinds"))
    return is_numerator & is_small & is_group


def _known(
    table: pd.DataFrame, lowest: pd.Series, highest: pd.Series, may_be_zero: pd.Series
) -> tuple:
    """What is known at sight. Most zeros are told, so what is suppressed elsewhere is one at least.

    Money is told in few figures: the true sum may lie half a figure to either side.
    """
    shown = table["told"].eq(SHOWN)
    least = table["told"].eq(HIDDEN) & table["is_whole"] & table["is_people"] & ~may_be_zero
    lower = np.where(shown, lowest, least.astype(float))
    upper = np.where(shown, highest, np.inf)
    size = np.abs(lowest.fillna(0).to_numpy())
    figures = threshold("money_figures")
    exponent = np.floor(np.log10(np.where(size > 0, size, 1.0))) - (figures - 1)
    step = np.where(shown & table["is_sum"] & (size > 0), 10.0**exponent, 0.0)
    is_rounded = (step > 0) & (np.abs(size / np.where(step > 0, step, 1) % 1) < 1e-9)
    half = np.where(is_rounded, step / 2, 0.0)
    return np.maximum(lower - half, 0), upper + half
