"""Counts that other tables of the release tell beside the results: quarters of trends, comparisons, disparities."""

import pandas as pd

from disclosure.attacking.counts import KEY, TOTAL, counts_of

WHOLE_YEARS = "year"


def counts_beside(
    published: dict[str, pd.DataFrame], counts: pd.DataFrame
) -> tuple[pd.DataFrame, list[tuple[str, str]]]:
    """Counts of these tables as `counts_of` gives them, and (table, metric) of those no row of the results tells.

    Only quarters and halves of trends may be counts of their own; they are parts of years.
    """
    results = published["results"]
    found, strays = [counts.iloc[:0]], []
    for name, rows in _as_results(published, results):
        if rows.empty:
            continue
        told = counts_of(published | {"results": rows})
        told = told[told["value"].notna()].drop_duplicates([*KEY, "value", "metric_id"])
        told["label"] = name + " " + told["label"].astype(str)
        shown = counts.loc[counts["value"].notna(), KEY].drop_duplicates()
        own = told.merge(shown, on=KEY, how="left", indicator=True)["_merge"].eq("left_only")
        fine = told["label"].str.startswith("trends") & _is_finer(told)
        stray = told.loc[own.to_numpy() & ~fine.to_numpy(), "metric_id"]
        strays += [(name, metric) for metric in stray]
        found.append(told)
    return pd.concat(found, ignore_index=True), strays


def _is_finer(told: pd.DataFrame) -> pd.Series:
    return (told["end"] - told["start"]) < 360


def _as_results(published: dict[str, pd.DataFrame], results: pd.DataFrame):
    """Each table as rows that look like results."""
    by_metric = results.drop_duplicates("metric_id").set_index("metric_id")
    trends = published.get("trends")
    if trends is not None:
        rows = trends.assign(breakdown=TOTAL, category=TOTAL, horizon_days=None, source="case")
        rows["public_fact"] = _of_public_years(rows, results)
        yield "trends", _completed(rows, by_metric)
    comparisons = published.get("comparisons")
    if comparisons is not None:
        yield "comparisons", _completed(comparisons, by_metric)
    disparities = published.get("disparities")
    if disparities is not None:
        of_reference = {
            "category": disparities["reference"],
            "numerator": disparities["reference_numerator"],
            "denominator": disparities["reference_denominator"],
        }
        both = pd.concat([disparities, disparities.assign(**of_reference)], ignore_index=True)
        yield "disparities", _completed(both, by_metric)


def _completed(rows: pd.DataFrame, by_metric: pd.DataFrame) -> pd.DataFrame:
    rows = rows.reset_index(drop=True)
    known = rows["metric_id"].isin(by_metric.index)
    # Of sums of money these tables do not say in which currency: nothing can be compared.
    known &= ~rows["metric_id"].isin(by_metric.index[by_metric["currency"].notna()])
    rows = rows[known]
    for name in ("period_kind", "unit_counted"):
        rows = rows.assign(**{name: rows["metric_id"].map(by_metric[name])})
    return rows.assign(currency=None, blank=None)


def _of_public_years(rows: pd.DataFrame, results: pd.DataFrame) -> pd.Series:
    """Whether the year of a point is a fact of open court in the results."""
    if "public_fact" not in results:
        return pd.Series(False, index=rows.index)
    public = results[results["public_fact"].fillna(False).astype(bool)]
    years = _by_year(public[public["breakdown"] == TOTAL])
    return pd.Series(_by_year(rows).isin(years), index=rows.index)


def _by_year(rows: pd.DataFrame) -> pd.MultiIndex:
    year = pd.to_datetime(rows["period_start"]).dt.year
    return pd.MultiIndex.from_arrays([rows["metric_id"], rows["scope"], rows["jurisdiction"], year])
