"""Details of a total that open court told although it is small: nothing within it can be hidden any more."""

import pandas as pd

from disclosure.policy import public_facts, threshold

MEASURES = ("numerator", "denominator")
PLACE = ["set_id", "scope", "jurisdiction", "period_start", "period_end"]
ROOM = 2
"""A total of twice the minimum leaves its members room enough; a smaller one tells what each may be at most."""


def are_under_small_public_totals(
    rows: pd.DataFrame, counted_sets: pd.DataFrame, populations: dict[str, str]
) -> pd.Series:
    """True for each detail of people of whom open court told a small total for the same place and period.

    Such details are not told at all, by whichever metric; nor is a small whole of which open court
    told all but a few, since its other years give these away. `rows` has the column public_fact; of
    its index. `populations` maps a metric to its population.
    """
    is_public = rows["public_fact"].eq(True)
    is_total = rows["breakdown"].eq("total")
    told = [_of_measure(rows, counted_sets, measure) for measure in MEASURES]
    small = pd.concat(
        [
            keys[is_public & is_total & (count > 0) & (count < ROOM * threshold("minimum_count"))]
            for keys, count in told
        ]
    ).dropna(subset="set_id")
    known = pd.MultiIndex.from_frame(small)
    within = pd.Series(False, index=rows.index)
    for keys, _ in told:
        within |= pd.MultiIndex.from_frame(keys).isin(known) & keys["set_id"].notna()
    return (within & ~is_total & ~is_public) | _are_of_court_and_not_all_open(rows, populations)


def _are_of_court_and_not_all_open(rows: pd.DataFrame, populations: dict[str, str]) -> pd.Series:
    declared = public_facts()
    whole = pd.to_numeric(rows["denominator"]).abs()
    few = (whole > 0) & (whole < ROOM * threshold("minimum_count"))
    of_court = rows["metric_id"].map(populations).isin(declared.populations)
    told_in_court = rows["breakdown"].isin(declared.breakdowns) & rows["breakdown"].ne("total")
    return few & of_court & told_in_court & ~rows["public_fact"].eq(True)


def _of_measure(rows: pd.DataFrame, counted_sets: pd.DataFrame, measure: str) -> tuple:
    """Whose count it is of each row, with its place and period, and the count."""
    mine = counted_sets[(counted_sets["measure"] == measure) & counted_sets["category"].isna()]
    names = ["metric_id", "scope", "horizon_days"]
    keys = rows[names].assign(horizon_days=pd.to_numeric(rows["horizon_days"]).fillna(-1))
    sets = mine.assign(horizon_days=pd.to_numeric(mine["horizon_days"]).fillna(-1).astype(float))
    found = keys.merge(sets[[*names, "set_id"]].drop_duplicates(names), on=names, how="left")
    where = rows[PLACE[1:]].assign(set_id=found["set_id"].to_numpy())[PLACE]
    return where, pd.to_numeric(rows[measure]).abs()
