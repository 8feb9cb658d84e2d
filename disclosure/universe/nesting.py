"""Which cells lie inside which: by declaration of their sets, at the same place, period and category."""

import numpy as np
import pandas as pd

from disclosure.universe.cells import PLACE, TOTAL, Cells


def nested_cells(cells: Cells, nested_sets: pd.DataFrame, marked: np.ndarray) -> np.ndarray:
    """Pairs of cells, one row (inner, outer) each, in order and without repetition.

    Sets that lie inside one another over others are paired where no set between them has a cell
    there. Pairs that are `totals_only` (a column that may be absent) hold of totals alone. Of a row, numerator and denominator are a pair where they are declared nested, where the
    row is of a mix (its members lie in the whole), or where `marked` says that those left over are
    sensitive. Sums are no part of anything: what is left of money is nobody's number.
    """
    is_sum = cells.table["is_sum"].to_numpy()
    names, set_code = np.unique(cells.table["set_id"].to_numpy(dtype=str), return_inverse=True)
    # Sets without a cell take part too: they may be all that links two others.
    declared = nested_sets[["inner", "outer"]].astype(str)
    everybody = np.union1d(names, declared.to_numpy().ravel())
    number = pd.Series(np.arange(len(everybody)), index=everybody)
    code = number[names].to_numpy()[set_code]
    place = cells.table.groupby(PLACE, sort=True).ngroup().to_numpy()
    is_total = (cells.table["breakdown"] == TOTAL).to_numpy()
    totals_only = nested_sets.get("totals_only", pd.Series(False, nested_sets.index))
    totals_only = totals_only.eq(True).to_numpy()
    pairs = []
    for is_here, holds in ((is_total, np.ones(len(declared), bool)), (~is_total, ~totals_only)):
        inside = np.zeros((len(everybody), len(everybody)), dtype=bool)
        inner, outer = declared["inner"][holds], declared["outer"][holds]
        inside[number[inner].to_numpy(), number[outer].to_numpy()] = True
        inside = _closed(inside)
        pairs.append(_pairs_of_sets(inside, code, place, np.flatnonzero(is_here)))
    # The last one, of details, holds everywhere.
    pairs.append(_pairs_of_rows(cells, inside, code, marked))
    found = np.unique(np.concatenate(pairs), axis=0)
    counts = ~is_sum[found].any(axis=1) & (found[:, 0] != found[:, 1])
    return found[counts]


def _closed(inside: np.ndarray) -> np.ndarray:
    """The same with sets that lie inside one another over others; a set is not inside itself."""
    closed = inside
    while True:
        further = closed | (closed.astype(np.float32) @ closed.astype(np.float32) > 0)
        if (further == closed).all():
            break
        closed = further
    closed = closed.copy()
    np.fill_diagonal(closed, False)
    return closed


def _pairs_of_sets(inside: np.ndarray, code: np.ndarray, place: np.ndarray, here) -> np.ndarray:
    places, place_of = np.unique(place[here], return_inverse=True)
    cell_at = np.full((len(inside), len(places)), -1, dtype=np.int32)
    cell_at[code[here], place_of] = here
    has_cell = cell_at >= 0
    pairs = [np.empty((0, 2), dtype=int)]
    for inner, outer in np.argwhere(inside):
        both = has_cell[inner] & has_cell[outer]
        if not both.any():
            continue
        between = inside[inner] & inside[:, outer]
        if between.any():
            both = both & ~has_cell[between].any(axis=0)
        pairs.append(np.column_stack([cell_at[inner, both], cell_at[outer, both]]))
    return np.concatenate(pairs)


def _pairs_of_rows(cells: Cells, inside: np.ndarray, code: np.ndarray, marked) -> np.ndarray:
    inner, outer = cells.of_row["numerator"], cells.of_row["denominator"]
    has_both = (inner >= 0) & (outer >= 0)
    inner, outer, marked = inner[has_both], outer[has_both], marked[has_both]
    set_id = cells.table["set_id"].to_numpy(dtype=str)
    mixes = pd.MultiIndex.from_frame(cells.wholes[["members", "whole"]].astype(str))
    is_mix = pd.MultiIndex.from_arrays([set_id[inner], set_id[outer]]).isin(mixes)
    taken = inside[code[inner], code[outer]] | is_mix | marked
    return np.column_stack([inner[taken], outer[taken]])
