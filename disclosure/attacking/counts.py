"""Every count that the results tell or hide, one row a count: whose count it is, and what is told of it.

Rows of `results` have up to two counts. Which units a count counts is told by `counted_sets`; a
count whose set nobody declared stands for itself alone.
"""

import numpy as np
import pandas as pd

from disclosure.policy import threshold

TOTAL = "total"
CROSSED_BY = " · "
MEASURES = ("numerator", "denominator")
KEY = ["set_id", "jurisdiction", "start", "end", "breakdown", "category", "currency"]
"""What makes two counts the same count. `start` and `end` are days since 1970."""

WHOLE = ", whole"
"""What the name of a set ends in where every row of a breakdown tells the total of the set without it."""
STOCK_KINDS = ("stock_age", "stock_to_flow", "stock_share")
SUM_KINDS = ("mean", "amount")
NO_HORIZON = -1


def counts_of(published: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Columns: label, measure, metric_id, kind, table (breakdown of the row), the KEY, value (not a
    number where hidden or not there), is_suppressed, is_public, is_people, is_sum (of money or days),
    is_additive (over time), is_part (the numerator is part of the denominator).
    """
    results = published["results"]
    rows = results[results["source"].isin(threshold("protected_sources"))]
    definitions = published["definitions"].drop_duplicates("metric_id").set_index("metric_id")
    kinds, populations = definitions["kind"], definitions["population"]
    kind = rows["metric_id"].map(kinds).fillna("").astype(object)
    shared = pd.DataFrame(
        {
            "label": rows.index,
            "metric_id": rows["metric_id"].astype(object),
            "population": rows["metric_id"].map(populations).astype(object),
            "kind": kind,
            "scope": rows["scope"].astype(object),
            "horizon": horizons(rows["horizon_days"]),
            "table": rows["breakdown"].astype(object),
            "jurisdiction": rows["jurisdiction"].astype(object),
            "start": days(rows["period_start"]),
            "end": days(rows["period_end"]),
            "breakdown": rows["breakdown"].astype(object),
            "category": rows["category"].astype(object),
            "currency": rows["currency"].astype(object).fillna(""),
            "is_suppressed": rows["blank"].eq("suppressed"),
            "is_public": _flag(rows, "public_fact"),
            "is_additive": ~kind.isin(STOCK_KINDS) & rows["period_kind"].ne("stock"),
            "is_part": kind.isin(threshold("part_of_whole_kinds")),
            "unit": rows["unit_counted"].astype(object),
        }
    ).reset_index(drop=True)
    both = [
        shared.assign(measure=name, value=pd.to_numeric(rows[name]).to_numpy(float))
        for name in MEASURES
    ]
    return _whose(pd.concat(both, ignore_index=True), published["counted_sets"])


def _whose(counts: pd.DataFrame, declared: pd.DataFrame) -> pd.DataFrame:
    """The same counts with their sets; those nobody declared only where the metric has such a count at all."""
    sets = pd.DataFrame(
        {
            "metric_id": declared["metric_id"].astype(object),
            "scope": declared["scope"].astype(object),
            "horizon": horizons(declared["horizon_days"]),
            "measure": declared["measure"].astype(object),
            "category": declared["category"].astype(object),
            "set_id": declared["set_id"].astype(object),
            "counts_people": declared["counts_people"].astype(bool),
        }
    )
    keys = ["metric_id", "scope", "horizon", "measure"]
    general = sets[sets["category"].isna()].drop(columns="category").drop_duplicates(keys)
    special = sets[sets["category"].notna()].drop_duplicates([*keys, "category"])
    found = counts.merge(general, on=keys, how="left")
    beside = counts.merge(special, on=[*keys, "category"], how="left")
    is_beside = beside["set_id"].notna() & counts["breakdown"].ne(TOTAL)
    found["set_id"] = beside["set_id"].where(is_beside, found["set_id"])
    found["counts_people"] = beside["counts_people"].where(is_beside, found["counts_people"])
    # A list that stands side by side has a set of its own for each member: all the units of that set.
    is_whole_set = is_beside | (found["kind"].eq("mix") & found["measure"].eq("denominator"))
    is_whole_set |= found["set_id"].str.endswith(WHOLE, na=False)
    found["set_id"] = found["set_id"].str.removesuffix(WHOLE)
    for name in ("breakdown", "category"):
        found[name] = found[name].mask(is_whole_set, TOTAL)
    found = _undeclared(found)
    return _members_of_mixes(_as_people(found))


def _undeclared(counts: pd.DataFrame) -> pd.DataFrame:
    """Counts without a declared set: of their own where the metric declares none, else of no people."""
    unnamed = counts["set_id"].isna()
    has_any = counts["value"].notna().groupby([counts["metric_id"], counts["measure"]])
    declares = (~unnamed).groupby(counts["metric_id"]).transform("any")
    exists = has_any.transform("any") | counts["measure"].eq("numerator")
    counts = counts.assign(declares=declares)[~unnamed | exists]
    unnamed = counts["set_id"].isna()
    own = counts["metric_id"].str.cat(
        [counts["scope"], counts["horizon"].astype(str), counts["measure"]], sep="|"
    )
    counts["set_id"] = counts["set_id"].where(~unnamed, own)
    counts["is_own"] = unnamed
    is_exposure = counts["kind"].isin(threshold("exposure_kinds")) & counts["measure"].ne(
        "numerator"
    )
    things = counts["unit"].isin((*threshold("units_not_people"), *threshold("sum_units")))
    about_people = ~things & ~is_exposure & ~counts["declares"]
    counts["counts_people"] = counts["counts_people"].where(~unnamed, about_people).astype(bool)
    return counts


def _as_people(counts: pd.DataFrame) -> pd.DataFrame:
    """Counts of people and sums over people; what counts neither (residents, agencies) is left out."""
    sums = counts["currency"].ne("") | counts["unit"].isin(threshold("sum_units"))
    sums |= counts["kind"].isin(SUM_KINDS) & counts["measure"].eq("numerator")
    things = counts["unit"].isin(threshold("units_not_people")) & counts["currency"].eq("")
    is_sum = sums & ~things & counts["is_own"]
    counts["is_people"] = counts["counts_people"] & ~is_sum
    counts["is_sum"] = is_sum
    return counts[counts["is_people"] | counts["is_sum"]].reset_index(drop=True)


def _members_of_mixes(counts: pd.DataFrame) -> pd.DataFrame:
    """Members of a mix are the units of its whole in one category."""
    is_mix = counts["kind"].eq("mix")
    wholes = counts[is_mix & counts["measure"].eq("denominator")]
    of = wholes.drop_duplicates("label").set_index("label")["set_id"]
    members = is_mix & counts["measure"].eq("numerator") & counts["label"].isin(of.index)
    counts.loc[members, "set_id"] = counts.loc[members, "label"].map(of)
    return counts


def horizons(column: pd.Series) -> pd.Series:
    return pd.to_numeric(column).fillna(NO_HORIZON).astype(int)


def days(column: pd.Series) -> np.ndarray:
    """Days since 1970, the same whatever resolution the dates come in."""
    return pd.to_datetime(column).to_numpy().astype("datetime64[D]").astype(np.int64)


def _flag(rows: pd.DataFrame, name: str) -> pd.Series:
    if name not in rows:
        return pd.Series(False, index=rows.index)
    return rows[name].astype("boolean").fillna(False).astype(bool)
