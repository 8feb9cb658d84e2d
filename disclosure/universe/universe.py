"""The universe: every cell, published or left over, how all add up, and what must be protected."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

from disclosure.policy import threshold
from disclosure.universe.cells import SAME, TOTAL, Cells
from disclosure.universe.equations import CONSTANT, LEFT_OVER, Equations
from disclosure.universe.knowledge import Knowledge
from disclosure.universe.nesting import nested_cells
from disclosure.universe.spans import add_sums_of_periods
from disclosure.universe.sums import add_sums_of_categories

WIDE, WIDEST = 2, 10
"""A rest this many times the protection width lets its part range as freely as if there were no whole.
The second holds where an attacker found that to be too bold."""

OF_SEVERAL = 2
"""How many times the smallest count that may be told must be left over of a sum that lacks parts."""


@dataclass(frozen=True)
class Universe:
    """One entry a cell (published ones first, in the order of `cells`), and one row a relation.

    `is_fixed`: known to everybody; `is_left_over`: never published; `is_primary`: must be hidden
    and protected; `is_top`: a total that is part of nothing, hidden only where nothing else helps; `is_sum`: of money or of
    days.
    `rest_of_row` is the cell of those left over of each row, -1 where there is none.
    """

    cells: Cells
    relations: csr_matrix
    values: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    least: np.ndarray
    width: np.ndarray
    cost: np.ndarray
    is_fixed: np.ndarray
    is_left_over: np.ndarray
    is_primary: np.ndarray
    is_top: np.ndarray
    is_sum: np.ndarray
    rest_of_row: np.ndarray
    left_out: pd.DataFrame


def make_universe(
    cells: Cells,
    nested_sets: pd.DataFrame,
    known: Knowledge,
    sensitive_rest: np.ndarray,
    *,
    looked_at_again: frozenset[str] = frozenset(),
) -> Universe:
    """The universe of the cells. `sensitive_rest` says of each row that those left over are;
    `looked_at_again` names jurisdictions of which an attacker found something.
    """
    equations = Equations(cells)
    add_sums_of_periods(equations, cells)
    is_part = _is_part_of_period(equations)
    add_sums_of_categories(equations, cells)
    pairs = nested_cells(cells, nested_sets, sensitive_rest)
    is_second_look = cells.table["jurisdiction"].isin(looked_at_again).to_numpy()
    marked = _marked_pairs(pairs, cells, sensitive_rest)
    pairs, marked = _binding(pairs, marked, equations.values, known, is_second_look[pairs[:, 0]])
    rests = equations.add_pairs(pairs[:, 0], pairs[:, 1])
    count, first = len(equations.values), len(cells.table)
    natures, values = equations.natures, equations.values
    is_primary = np.zeros(count, dtype=bool)
    is_primary[:first] = known.is_primary
    # Several categories, or years, may hide in what a sum leaves over, and each may be too few.
    least = np.full(count, OF_SEVERAL * float(threshold("minimum_count")))
    least[:first] = known.least
    has_rest = rests >= 0
    least[rests[has_rest]] = known.least[pairs[has_rest]].max(axis=1, initial=0.0)
    width = np.full(count, float(threshold("protection_width")))
    width[:first] = known.width
    width[rests[has_rest]] = known.width[pairs[has_rest]].max(axis=1, initial=0.0)
    is_few = (values > SAME) & (values < least) & (natures == LEFT_OVER)
    is_open = np.zeros(count, dtype=bool)
    is_open[rests[has_rest]] = known.is_public[pairs[has_rest]].all(axis=1)
    is_primary |= is_few & ~is_open
    is_primary[rests[has_rest & marked]] |= values[rests[has_rest & marked]] > 0
    relations = equations.matrix()
    lower = np.concatenate([known.lower, np.zeros(count - first)])
    upper = np.concatenate([known.upper, np.full(count - first, np.inf)])
    is_fixed = np.concatenate([known.is_fixed, natures[first:] == CONSTANT])
    lower[is_fixed], upper[is_fixed] = values[is_fixed], values[is_fixed]
    cost = np.zeros(count)
    cost[:first] = np.sqrt(values[:first] + 1) * known.weight
    cost[is_fixed] = np.inf
    is_sum = np.zeros(count, dtype=bool)
    is_sum[:first] = cells.table["is_sum"]
    is_top = np.zeros(count, dtype=bool)
    is_top[:first] = (cells.table["breakdown"] == TOTAL) & ~is_part & ~is_primary[:first]
    is_top[:first] &= values[:first] >= least[:first]
    touched = abs(relations[:, is_primary & (natures == LEFT_OVER)]).sum(axis=1)
    beside_few = abs(relations[np.asarray(touched).ravel() > 0]).sum(axis=0)
    is_top &= np.asarray(beside_few).ravel() == 0
    return Universe(
        cells, relations, values, lower, upper, least, width, cost,
        is_fixed, natures == LEFT_OVER, is_primary, is_top, is_sum,
        _rest_of_row(cells, pairs, rests), equations.report(),
    )  # fmt: skip


def _is_part_of_period(equations: Equations) -> np.ndarray:
    """Whether a longer period is told of which the cell's is a part: its whole may give it away."""
    matrix = equations.matrix()[:, : len(equations.cells.table)]
    return np.asarray((matrix < 0).sum(axis=0)).ravel() > 0


def _marked_pairs(pairs: np.ndarray, cells: Cells, sensitive: np.ndarray) -> np.ndarray:
    mine = np.column_stack([cells.of_row["numerator"], cells.of_row["denominator"]])[sensitive]
    marks = pd.MultiIndex.from_arrays([mine[:, 0], mine[:, 1]])
    return pd.MultiIndex.from_arrays([pairs[:, 0], pairs[:, 1]]).isin(marks)


def _binding(pairs, marked, values, known: Knowledge, is_second_look: np.ndarray) -> tuple:
    """The pairs that tell anything: the part is not openly nothing, both are not known, and the rest is not wide."""
    inner, outer = pairs[:, 0], pairs[:, 1]
    rest = values[outer] - values[inner]
    wide = np.where(is_second_look, WIDEST, WIDE) * known.width[pairs].max(axis=1, initial=0.0)
    # Beside nothing the rest is the whole, which tells more only where more is asked of the rest.
    is_told = (
        (values[inner] > 0) | known.is_primary[inner] | (known.least[inner] > known.least[outer])
    )
    kept = is_told & ((rest < wide) | marked)
    kept &= ~(known.is_fixed[inner] & known.is_fixed[outer])
    return pairs[kept], marked[kept]


def _rest_of_row(cells: Cells, pairs: np.ndarray, rests: np.ndarray) -> np.ndarray:
    of_pair = pd.Series(rests, pd.MultiIndex.from_arrays([pairs[:, 0], pairs[:, 1]]))
    asked = pd.MultiIndex.from_arrays([cells.of_row["numerator"], cells.of_row["denominator"]])
    return of_pair.reindex(asked).fillna(-1).to_numpy(dtype=int)
