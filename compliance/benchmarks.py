"""Aims that somebody set, beside the newest figure. A benchmark is nobody's duty and changes no state."""

import pandas as pd

from compliance.columns import BENCHMARK_COLUMNS
from compliance.frame import as_days, in_columns

TOOK = ("value", "lower", "upper", "period_start", "period_end")


def benchmarks(
    benchmarks: pd.DataFrame, results: pd.DataFrame, definitions: pd.DataFrame
) -> pd.DataFrame:
    """Each benchmark with the newest published total of its metric and place; columns `BENCHMARK_COLUMNS`.

    `benchmarks` are rows as submitted. A metric that is not in `definitions`, or of which no value is
    told, is `no_result`.
    """
    rows = benchmarks.assign(link=benchmarks["evidence_url"], set_on=as_days(benchmarks["set_on"]))
    rows = rows.merge(
        _newest(results[results["metric_id"].isin(definitions["metric_id"])]),
        on=["jurisdiction", "metric_id"],
        how="left",
    )
    rows["reached"] = [_reached(row) for row in rows.to_dict("records")]
    before = rows["set_on"] < rows["period_start"]
    rows["was_set_before"] = before.astype("boolean").mask(rows["period_start"].isna())
    return in_columns(rows.sort_values(["jurisdiction", "benchmark_id"]), BENCHMARK_COLUMNS)


def _newest(results: pd.DataFrame) -> pd.DataFrame:
    """One total with a value a place and metric: the one that ends last.

    Of those, one of case data before one that others published, one of trafficking before one of all
    crime, the shortest period, and the longest follow-up.
    """
    totals = results[
        (results["breakdown"] == "total")
        & (results["category"] == "total")
        & results["value"].notna()
    ]
    totals = totals.assign(
        period_start=as_days(totals["period_start"]),
        period_end=as_days(totals["period_end"]),
        rank_source=totals["source"].ne("case"),
        rank_scope=totals["scope"].ne("trafficking"),
        rank_horizon=-totals["horizon_days"].astype("Float64").fillna(0),
    )
    order = {
        "period_end": False,
        "rank_source": True,
        "rank_scope": True,
        "period_start": False,
        "rank_horizon": True,
        "origin": True,
        "currency": True,
    }
    totals = totals.sort_values(list(order), ascending=list(order.values()))
    return totals.drop_duplicates(["jurisdiction", "metric_id"])[
        ["jurisdiction", "metric_id", *TOOK]
    ]


def _reached(row: dict) -> str:
    """yes or no where the whole interval lies on one side; a figure without an interval is taken as it stands."""
    if pd.isna(row["value"]):
        return "no_result"
    ends = [row["value"] if pd.isna(row[end]) else row[end] for end in ("lower", "upper")]
    lower, upper = (float(end) for end in ends)
    number = float(row["number"])
    if row["direction"] == "at_most":
        lower, upper, number = -upper, -lower, -number
    if lower >= number:
        return "yes"
    return "no" if upper < number else "cannot_tell"
