"""Adds up categories: to their total, crossed ones to both margins, members of a mix to their whole."""

import numpy as np
import pandas as pd

from disclosure.universe.cells import TOTAL, Cells
from disclosure.universe.equations import Equations
from metrics.definition import CROSSED

AT = ["set_id", "jurisdiction", "period_start", "period_end", "currency"]


def add_sums_of_categories(equations: Equations, cells: Cells) -> None:
    """Add every sum over categories of which the whole is a cell.

    Breakdowns that were merged and those that were not each add up for themselves. A crossed
    breakdown is a sum of its total only where a margin is not told.
    """
    table = cells.table.copy()
    table["cell"] = table.index
    details = cells.tables.merge(table[table["breakdown"] != TOTAL], on="cell")
    totals = table[table["breakdown"] == TOTAL]
    in_margin = _add_margins(equations, details, table)
    placed = details[AT].merge(totals[[*AT, "cell"]], on=AT, how="left")["cell"]
    placed = placed.fillna(-1).to_numpy(dtype=int)
    _add_groups(equations, "categories", details, np.where(in_margin, -1, placed))
    if len(cells.wholes):
        _add_mixes(equations, cells, details, totals)


def _add_groups(equations: Equations, kind: str, details: pd.DataFrame, whole: np.ndarray) -> None:
    """One relation a breakdown, variant and whole: the same whole is the sum of many breakdowns."""
    for _, part in details[whole >= 0].groupby(["breakdown", "variant"], sort=True):
        equations.add(kind, whole[part.index], part["cell"].to_numpy())


def _add_margins(equations: Equations, details: pd.DataFrame, table: pd.DataFrame) -> np.ndarray:
    """Adds crossed breakdowns up to the members of each; says which tables need no total of their own."""
    in_margin = np.zeros(len(details), dtype=bool)
    crossed = details[details["breakdown"].str.contains(CROSSED, regex=False)]
    for (breakdown, _), part in crossed.groupby(["breakdown", "variant"], sort=True):
        members = part["category"].str.split(CROSSED, regex=False, expand=True)
        for position, single in enumerate(breakdown.split(CROSSED)):
            margin = part[AT].assign(breakdown=single, category=members[position])
            columns = [*AT, "breakdown", "category"]
            whole = margin.merge(table[[*columns, "cell"]], on=columns, how="left")["cell"]
            whole = whole.fillna(-1).to_numpy(dtype=int)
            has_whole = whole >= 0
            if has_whole.any():
                cell = part["cell"].to_numpy()
                equations.add("margins", whole[has_whole], cell[has_whole])
            # A table of which one cell has no margin is a sum of its total as well.
            complete = pd.Series(has_whole).groupby(
                part.groupby(AT, sort=False).ngroup().to_numpy()
            )
            in_margin[part.index] |= complete.transform("all").to_numpy()
    return in_margin


def _add_mixes(
    equations: Equations, cells: Cells, details: pd.DataFrame, totals: pd.DataFrame
) -> None:
    """Members add up to the whole, which is the total of their set where another metric tells that."""
    placed = details.reset_index().merge(cells.wholes, left_on="set_id", right_on="members")
    at = placed[AT].assign(set_id=placed["whole"], currency="")
    whole = at.merge(totals[[*AT, "cell"]], on=AT, how="left")["cell"]
    _add_groups(equations, "mix", placed, whole.fillna(-1).to_numpy(dtype=int))
    wholes = totals.merge(cells.wholes, left_on="set_id", right_on="whole")
    same = wholes[AT].assign(set_id=wholes["members"])
    total = same.merge(totals[[*AT, "cell"]], on=AT, how="left")["cell"].fillna(-1)
    both = (total >= 0).to_numpy()
    equations.add(
        "mix", wholes["cell"].to_numpy()[both], total.to_numpy(dtype=int)[both], has_rest=False
    )
