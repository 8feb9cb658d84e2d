"""Collects how cells add up: whole = parts, kept only where it holds, with a cell for what is left over."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

from disclosure.universe.cells import SAME, Cells

PUBLISHED, LEFT_OVER, CONSTANT = 0, 1, 2
"""Natures of cells: told in rows; hidden by nature (nobody tells it, anybody may subtract it); known."""


@dataclass
class Equations:
    """Relations over the cells, and the cells derived for them.

    `values` and `natures` go on after those of the published cells. `left_out` counts, by kind of
    relation and breakdown, those that do not hold of the truth: parts that overlap, or exceed
    their whole.
    """

    cells: Cells
    values: np.ndarray = field(init=False)
    natures: np.ndarray = field(init=False)
    left_out: dict[tuple[str, str], int] = field(default_factory=dict)
    _taken: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = field(default_factory=list)
    _count: int = 0

    def __post_init__(self):
        self.values = self.cells.table["value"].to_numpy(dtype=float)
        self.natures = np.full(len(self.values), PUBLISHED)
        self._amounts = self.cells.table["amount"].to_numpy(dtype=float)
        self._is_sum = self.cells.table["is_sum"].to_numpy(dtype=bool)
        self._breakdowns = self.cells.table["breakdown"].to_numpy(dtype=str)

    def add(self, kind: str, whole: np.ndarray, part: np.ndarray, *, has_rest: bool = True) -> None:
        """Add relations: `part` cells, one entry each, of the `whole` cell beside it.

        What the parts do not make up becomes a cell of its own; without `has_rest` the relation is
        given up instead. A whole that falls short of its parts is no sum of them.
        """
        whole_cells, number = np.unique(whole, return_inverse=True)
        left = self._amounts[whole_cells] - np.bincount(
            number, self._amounts[part], len(whole_cells)
        )
        left[np.abs(left) <= SAME * (1 + np.abs(self._amounts[whole_cells]))] = 0.0
        holds = (left == 0) | ((left > 0) & has_rest)
        first_part = part[np.unique(number, return_index=True)[1]]
        self._leave_out(kind, first_part[~holds])
        # Of sums, the people behind them make the cell, and people may stand behind several parts.
        people = self.values[whole_cells] - np.bincount(number, self.values[part], len(whole_cells))
        is_sum = self._is_sum[whole_cells]
        rest = np.where(is_sum, people, left)
        nature = np.where(is_sum & ((left == 0) | (people < 0)), CONSTANT, LEFT_OVER)
        kept = holds[number]
        relation = np.cumsum(holds) - 1 + self._count
        rests = np.flatnonzero(holds & (rest != 0))
        new = len(self.values) + np.arange(len(rests))
        self._taken += [
            (relation[holds], whole_cells[holds], np.ones(holds.sum())),
            (relation[number[kept]], part[kept], -np.ones(kept.sum())),
            (relation[rests], new, -np.ones(len(rests))),
        ]
        self._count += int(holds.sum())
        self.values = np.concatenate([self.values, rest[rests]])
        self.natures = np.concatenate([self.natures, nature[rests]])

    def _leave_out(self, kind: str, cells: np.ndarray) -> None:
        for breakdown in self._breakdowns[cells]:
            key = kind, str(breakdown)
            self.left_out[key] = self.left_out.get(key, 0) + 1

    def add_pairs(self, inner: np.ndarray, outer: np.ndarray) -> np.ndarray:
        """Add outer = inner + rest for every pair; the cells of the rests, -1 where inner exceeds outer."""
        rest = self.values[outer] - self.values[inner]
        holds = rest >= -SAME
        self._leave_out("nested", inner[~holds])
        found = np.full(len(inner), -1)
        found[holds] = len(self.values) + np.arange(holds.sum())
        relation = self._count + np.arange(holds.sum())
        weights = np.ones(holds.sum())
        self._taken += [
            (relation, outer[holds], weights),
            (relation, inner[holds], -weights),
            (relation, found[holds], -weights),
        ]
        self._count += int(holds.sum())
        self.values = np.concatenate([self.values, np.maximum(rest[holds], 0.0)])
        self.natures = np.concatenate([self.natures, np.full(holds.sum(), LEFT_OVER)])
        return found

    def matrix(self) -> csr_matrix:
        """The relations, one row each: relations @ values == 0."""
        if not self._taken:
            return csr_matrix((0, len(self.values)))
        relation, cell, weight = (np.concatenate(part) for part in zip(*self._taken, strict=True))
        shape = (self._count, len(self.values))
        return csr_matrix((weight, (relation, cell)), shape=shape)

    def report(self) -> pd.DataFrame:
        """Relations left out: columns kind, breakdown, relations."""
        rows = [(*key, count) for key, count in sorted(self.left_out.items())]
        return pd.DataFrame(rows, columns=["kind", "breakdown", "relations"])
