"""Which set of units each count of each row is, from the table of counted sets."""

import pandas as pd

from disclosure.universe.error import UniverseError

MEASURES = ("numerator", "denominator")
NAMES = ["metric_id", "scope", "horizon", "category"]
NO_HORIZON = -1.0


def sets_of(rows: pd.DataFrame, counted_sets: pd.DataFrame) -> pd.DataFrame:
    """Of each row (same index): `numerator_set` and `denominator_set` (None where none is declared),
    `numerator_people` and `denominator_people` (whether the set counts people), and `stands_alone`
    (its category names a set of its own, one of several side by side, and is no detail of a total).

    A set given for the row's own category goes before one for all, one of the row's own horizon
    before one without. A number without a set of its own is a sum, or a measure of exposure, beside
    those that have one. Raises UniverseError for metrics of which nothing is declared.
    """
    _check_all_declared(rows, counted_sets)
    asked = pd.DataFrame(
        {
            "metric_id": rows["metric_id"].astype(str),
            "scope": rows["scope"].astype(str),
            "horizon": pd.to_numeric(rows["horizon_days"]).fillna(NO_HORIZON),
            "category": rows["category"].astype(str),
        }
    )
    different = asked.drop_duplicates()
    declared = counted_sets.assign(
        horizon=pd.to_numeric(counted_sets["horizon_days"]).fillna(NO_HORIZON),
        category=counted_sets["category"]
        .astype(object)
        .where(counted_sets["category"].notna(), ""),
    )
    found = different.copy()
    found["stands_alone"] = False
    for measure in MEASURES:
        one = _of_measure(different, declared[declared["measure"] == measure])
        found[f"{measure}_set"] = one["set_id"]
        found[f"{measure}_people"] = one["counts_people"]
        found["stands_alone"] |= one["is_own"]
    # A merge forgets the labels of the rows, but keeps their order.
    sets = asked.merge(found, on=NAMES, how="left").set_index(rows.index)
    return sets.drop(columns=NAMES)


def _of_measure(asked: pd.DataFrame, declared: pd.DataFrame) -> pd.DataFrame:
    known = declared.drop_duplicates(NAMES).set_index(NAMES)[["set_id", "counts_people"]]
    answer = pd.DataFrame(
        {"set_id": None, "counts_people": False, "is_own": False}, index=asked.index, dtype=object
    )
    if known.empty:
        return answer.astype({"counts_people": bool, "is_own": bool})
    for has_category in (True, False):
        for has_horizon in (True, False):
            key = asked.copy()
            if not has_category:
                key["category"] = ""
            if not has_horizon:
                key["horizon"] = NO_HORIZON
            match = known.reindex(pd.MultiIndex.from_frame(key[NAMES])).set_index(asked.index)
            new = answer["set_id"].isna() & match["set_id"].notna()
            answer.loc[new, "set_id"] = match.loc[new, "set_id"]
            answer.loc[new, "counts_people"] = match.loc[new, "counts_people"].astype(bool)
            answer.loc[new, "is_own"] = has_category
    return answer.astype({"counts_people": bool, "is_own": bool})


def _check_all_declared(rows: pd.DataFrame, counted_sets: pd.DataFrame) -> None:
    declared = pd.MultiIndex.from_frame(counted_sets[["metric_id", "scope"]].astype(str))
    told = rows[rows[list(MEASURES)].notna().any(axis=1)]
    mine = pd.MultiIndex.from_frame(told[["metric_id", "scope"]].astype(str))
    if missing := sorted(set(told["metric_id"][~mine.isin(declared)])):
        raise UniverseError(f"No counted set is declared for {', '.join(missing)}.")
