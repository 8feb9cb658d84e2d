"""Strata beside those of an earlier release: what changed must not tell of few people either."""

from collections import defaultdict

import numpy as np
import pandas as pd

from metrics.comparing.cells_of_people import are_fit
from metrics.comparing.safe_strata import REST
from metrics.comparing.shown import BLOCK, NO_HORIZON, SERIES

PLACE = [*SERIES, *BLOCK]
Cells = dict[tuple[str, str], dict[str, dict[int, np.ndarray]]]
"""breakdown and category -> stratum -> horizon -> part and whole"""


def safe_after(strata: pd.DataFrame, before: pd.DataFrame, minimum: float) -> pd.DataFrame:
    """The rows of blocks that were not told before, or were told in the same strata, and changed by nobody or by many.

    Both are tables of strata. Of other blocks nothing is told: what is left of an old stratum
    without a new one would be people. Old strata of a block stay known though it is not told again.
    """
    if strata.empty or before.empty:
        return strata
    old = {key: _cells(rows) for key, rows in before.groupby(_keys(before), sort=False)}
    keys = _keys(strata)
    unsafe = {
        key
        for key, rows in strata.groupby(keys, sort=False)
        if key in old and not _is_safe(_cells(rows), old[key], minimum)
    }
    return strata[~keys.isin(unsafe)].reset_index(drop=True)


def _keys(strata: pd.DataFrame) -> pd.Series:
    spans = [pd.to_datetime(strata[name]).dt.strftime("%Y-%m-%d") for name in BLOCK]
    parts = zip(*(strata[name] for name in SERIES), *spans, strict=True)
    return pd.Series(list(parts), index=strata.index, dtype=object)


def _cells(rows: pd.DataFrame) -> Cells:
    found: Cells = defaultdict(lambda: defaultdict(dict))
    for row in rows.itertuples():
        horizon = NO_HORIZON if pd.isna(row.horizon_days) else int(row.horizon_days)
        cells = found[row.breakdown, row.category][row.stratum]
        cells[horizon] = np.array([row.part, row.whole], float)
    return found


def _is_safe(new: Cells, old: Cells, minimum: float) -> bool:
    if _named(new) != _named(old):
        return False
    changes = {
        group: {
            stratum: np.stack([each[h] - old[group][stratum][h] for h in sorted(each)])
            for stratum, each in cells.items()
        }
        for group, cells in new.items()
    }
    told = [change for cells in changes.values() for change in cells.values()]
    return all(are_fit(change, minimum) for change in [*told, *_others(new, changes)])


def _named(cells: Cells) -> set[tuple]:
    return {
        (*group, stratum, horizon)
        for group, strata in cells.items()
        for stratum, each in strata.items()
        for horizon in each
    }


def _others(cells: Cells, changes: dict) -> list[np.ndarray]:
    """How those changed who are in no group that is told, in each stratum of a breakdown."""
    total, everybody = cells["total", "total"], changes["total", "total"]
    found = []
    for breakdown in {breakdown for breakdown, _ in cells} - {"total"}:
        groups = [changes[group] for group in changes if group[0] == breakdown]
        named = {stratum for group in groups for stratum in group}
        for stratum in named:
            # The rest is all that the groups do not name.
            inside = {stratum} & set(total) if stratum != REST else set(total) - (named - {REST})
            if not inside:
                continue
            horizons = sorted(next(iter(total.values())))
            at = [horizons.index(horizon) for horizon in sorted(_horizons(cells, breakdown))]
            all_of_it = sum(everybody[each] for each in inside)[at]
            found.append(all_of_it - sum(group[stratum] for group in groups if stratum in group))
    return found


def _horizons(cells: Cells, breakdown: str) -> set[int]:
    mine = (strata for group, strata in cells.items() if group[0] == breakdown)
    return {horizon for strata in mine for each in strata.values() for horizon in each}
