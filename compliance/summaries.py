"""How duties stand in each place, by theme and instrument: counts of states, and shares as bounds.

What nobody can decide is not counted as failing, and not left out either: it opens the share from
what is met for certain to what could be met at most. Soft and unilateral duties have rows of their
own and are never added to binding ones.
"""

from collections.abc import Iterable, Mapping

import pandas as pd

from compliance.columns import SUMMARY_COLUMNS, SUMMARY_KEY
from compliance.forces import force_group
from compliance.frame import as_days, in_columns
from data.schema.codes import code_lists

COUNTED = ("met", "short", "open")
STATES = tuple(code_lists()["compliance_state"].codes)
"""Every state, counted in a column of its name."""


def summaries(states: pd.DataFrame, obligations: Iterable[Mapping]) -> pd.DataFrame:
    """One row a place, theme or instrument, aspect and force group; columns `SUMMARY_COLUMNS`.

    `states` are cells with `STATE_COLUMNS`, `obligations` rows with obligation_id, instrument, force
    and themes. A duty of two themes stands in both, and once under `all`. ValueError for a cell
    whose duty is not among the obligations.
    """
    items = _items(obligations)
    if unknown := set(states["obligation_id"]) - set(items["obligation_id"]):
        raise ValueError(f"cells of duties that no instrument holds: {', '.join(sorted(unknown))}")
    cells = _counted(states).merge(items, on="obligation_id")
    by_aspect = _summed(cells)
    frame = pd.concat([by_aspect, _summed(by_aspect.assign(aspect="all"))])
    frame["applicable"] = frame[list(COUNTED)].sum(axis=1)
    whole = frame["applicable"].where(frame["applicable"] > 0)
    frame["share_lower"] = frame["met"] / whole
    frame["share_upper"] = (frame["met"] + frame["open"]) / whole
    return in_columns(frame.sort_values(list(SUMMARY_KEY)), SUMMARY_COLUMNS)


def _items(obligations: Iterable[Mapping]) -> pd.DataFrame:
    """Obligation, its force group, and each dimension and item under which it is counted."""
    rows = [
        (each["obligation_id"], force_group(each["force"]), dimension, item)
        for each in obligations
        for dimension, item in (
            ("all", "all"),
            ("instrument", each["instrument"]),
            *(("theme", theme) for theme in each["themes"]),
        )
    ]
    return pd.DataFrame(rows, columns=["obligation_id", "force_group", "dimension", "item"])


def _counted(states: pd.DataFrame) -> pd.DataFrame:
    """Each cell with 1 in the column of its state and of what it counts as, and 0 in the others."""
    cells = states[["jurisdiction", "obligation_id", "aspect"]].copy()
    for name in STATES:
        cells[name] = states["state"].eq(name).astype(int)
    for name in COUNTED:
        cells[name] = states["counts_as"].eq(name).astype(int)
    return cells.assign(newest=as_days(states["newest"]), oldest=as_days(states["oldest"]))


def _summed(cells: pd.DataFrame) -> pd.DataFrame:
    ways = dict.fromkeys((*COUNTED, *STATES), "sum") | {"newest": "max", "oldest": "min"}
    keys = {name: cells[name].astype("category") for name in SUMMARY_KEY}
    found = cells.assign(**keys).groupby(list(SUMMARY_KEY), observed=True).agg(ways).reset_index()
    return found.astype(dict.fromkeys(SUMMARY_KEY, object))
