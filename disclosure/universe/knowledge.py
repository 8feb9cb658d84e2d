"""What is known, sensitive and worth keeping of each cell, gathered from the rows that tell it."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from disclosure.primary import thresholds
from disclosure.universe.cells import KEY, PLACE, TOTAL, Cells
from disclosure.universe.sets import MEASURES

HEADLINE, TOTAL_ROW, DETAIL, HIDDEN_BEFORE = 8.0, 4.0, 1.0, 0.01
"""How much it costs, beside others, to empty a row: a result people came for, a total, a detail, and what they never had."""

RAISED = ("minimum_count", "protection_width")


@dataclass(frozen=True)
class Knowledge:
    """One entry a published cell.

    `is_primary`: must be hidden; `is_fixed`: known anyway, so never hidden (zeros that are not sensitive, facts of open
    court, numbers that the release before told); `is_public`: nobody's secret; `weight`: rows lost
    with it; `least`, `width`: the smallest count of it that may be told, and how wide it must be open
    otherwise; `lower`, `upper`: what a reader
    knows of it once it is hidden.
    """

    is_primary: np.ndarray
    is_fixed: np.ndarray
    is_public: np.ndarray
    weight: np.ndarray
    least: np.ndarray
    width: np.ndarray
    lower: np.ndarray
    upper: np.ndarray


def gather(
    cells: Cells,
    rows: pd.DataFrame,
    primaries: pd.DataFrame,
    succession: pd.DataFrame | None = None,
    research_bounds: pd.DataFrame | None = None,
    populations: dict[str, str] | None = None,
    headlines: frozenset[str] = frozenset(),
) -> Knowledge:
    """Everything known of the cells. Zeros are told, so that a reader holds a hidden cell to be 1 at least.

    Of sensitive zeros, which are hidden, a reader holds nothing; other cells of the kind that could
    be one are taken to be 1 at least all the same, which asks for more protection and not for less.
    """
    value = cells.table["value"].to_numpy()
    count = len(value)
    few = _flags(succession, rows, "{}_few")
    known = _flags(succession, rows, "{}_known")
    public = rows.get("public_fact", pd.Series(False, rows.index)).eq(True).to_numpy()
    weight = _row_weights(rows, succession, headlines)
    asked = {name: thresholds(rows, name, populations or {}) for name in RAISED}
    is_primary, is_known, is_public = (np.zeros(count, dtype=bool) for _ in range(3))
    cost = np.zeros(count)
    of_cell = {name: np.zeros(count) for name in RAISED}
    is_sum = cells.table["is_sum"].to_numpy()
    for measure in MEASURES:
        cell = cells.of_row[measure]
        told = cell >= 0
        whole_row = primaries["whole_row"].to_numpy(dtype=bool) & _is_first(cells, measure, is_sum)
        sensitive = primaries[measure].to_numpy(dtype=bool) | whole_row | few[measure]
        for flags, found in (
            (sensitive, is_primary),
            (known[measure], is_known),
            (public, is_public),
        ):
            found[cell[told & flags]] = True
        np.add.at(cost, cell[told], weight[told])
        for name in RAISED:
            np.maximum.at(of_cell[name], cell[told], asked[name][told])
    is_zero = cells.table["amount"].to_numpy() == 0
    # That none of a small group has something is as telling as that all have.
    is_fixed = (is_zero & (~is_primary | _follow_from_totals(cells))) | is_known | is_public
    lower, upper = np.where(value > 0, np.minimum(value, 1.0), value), np.full(count, np.inf)
    _narrow(cells, research_bounds, lower, upper)
    return Knowledge(
        is_primary & ~is_fixed,
        is_fixed,
        is_public,
        cost,
        of_cell["minimum_count"],
        of_cell["protection_width"],
        lower,
        upper,
    )


def _follow_from_totals(cells: Cells) -> np.ndarray:
    """Whether the cell is part of a total that is nothing, in its period or in all of the years of it."""
    table = cells.table.assign(cell=np.arange(len(cells.table)))
    at = ["set_id", "jurisdiction", "currency"]
    zeros = table[(table["amount"] == 0) & (table["breakdown"] != TOTAL)]
    totals = table.loc[
        (table["breakdown"] == TOTAL) & (table["amount"] == 0), [*at, "period_start", "period_end"]
    ]
    both = zeros.merge(totals, on=at, suffixes=("", "_of_total"))
    both = both[
        (both["period_start_of_total"] >= both["period_start"])
        & (both["period_end_of_total"] <= both["period_end"])
    ]
    days = (both["period_end_of_total"] - both["period_start_of_total"] + 1).groupby(both["cell"])
    length = (both["period_end"] - both["period_start"] + 1).groupby(both["cell"]).first()
    covered = days.sum() >= length
    found = np.zeros(len(table), dtype=bool)
    found[covered.index[covered].to_numpy(dtype=int)] = True
    return found


def _is_first(cells: Cells, measure: str, is_sum: np.ndarray) -> np.ndarray:
    """What hides a whole row: its numerator, any sum, and the denominator where there is nothing above it.

    The people below the line are a count that other rows may tell; they are hidden if they are few.
    """
    if measure == "numerator":
        return np.ones(len(cells.of_row[measure]), dtype=bool)
    # The last entry answers for rows without a denominator, of which the cell is -1.
    below = np.append(is_sum, False)[cells.of_row["denominator"]]
    return (cells.of_row["numerator"] < 0) | below


def _flags(marks: pd.DataFrame | None, rows: pd.DataFrame, name: str) -> dict[str, np.ndarray]:
    nothing = pd.DataFrame(False, rows.index, [name.format(measure) for measure in MEASURES])
    given = nothing if marks is None else marks.reindex(index=rows.index, columns=nothing.columns)
    return {measure: given[name.format(measure)].eq(True).to_numpy() for measure in MEASURES}


def _row_weights(rows: pd.DataFrame, succession, headlines: frozenset[str]) -> np.ndarray:
    is_total = rows["breakdown"].eq(TOTAL)
    weight = np.where(is_total, TOTAL_ROW, DETAIL)
    weight = np.where(is_total & rows["metric_id"].isin(headlines), HEADLINE, weight)
    if succession is not None and "hidden_before" in succession:
        before = succession["hidden_before"].reindex(rows.index).eq(True).to_numpy()
        weight = np.where(before, weight * HIDDEN_BEFORE, weight)
    return weight


def _narrow(cells: Cells, bounds: pd.DataFrame | None, lower, upper) -> None:
    """What the research tables tell of a cell, a reader knows as well."""
    if bounds is None or bounds.empty:
        return
    value = cells.table["value"].to_numpy()
    told = bounds.assign(currency="")
    for name in ("period_start", "period_end"):
        days = pd.to_datetime(told[name]).to_numpy().astype("datetime64[D]").astype(int)
        told[name] = days
    told = told.groupby(KEY, as_index=False).agg({"lower": "max", "upper": "min"})
    table = cells.table[["set_id", *PLACE]].assign(cell=np.arange(len(value)))
    both = table.merge(told, on=KEY)
    cell = both["cell"].to_numpy()
    # A bound that the truth does not keep is no knowledge: the tables may be of another day.
    lower[cell] = np.maximum(lower[cell], np.minimum(both["lower"].fillna(0), value[cell]))
    upper[cell] = np.maximum(both["upper"].fillna(np.inf), value[cell])
