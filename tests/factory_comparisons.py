"""Strata, comparisons, disparities and trends of the made-up release, by the real functions from made-up counts."""

import pandas as pd

from disclosure.policy import threshold
from metrics.catalogue import metrics
from metrics.comparing import compare, disparities, published_strata
from metrics.trending import trends

QUARTERS = ((1, 3), (4, 6), (7, 9), (10, 12))
LEAN = (-0.06, 0.02, 0.05, -0.01)
"""How much more, or less, is counted in a quarter than in a fourth of its year."""


def compared(undisclosed: pd.DataFrame, published: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The four tables, as the builder of a release makes them."""
    catalogue, least = metrics(), threshold("minimum_count")
    strata = published_strata(published, _strata(undisclosed, catalogue), catalogue, least)
    return {
        "strata": strata,
        "comparisons": compare(published, strata, catalogue, least),
        "disparities": disparities(published, strata, catalogue, least),
        "trends": trends(
            _series(undisclosed, catalogue),
            published,
            catalogue,
            least,
            threshold("units_not_people"),
            threshold("rate_denominator_minimum"),
        ),
    }


def _strata(results: pd.DataFrame, catalogue: dict) -> pd.DataFrame:
    """The totals of metrics with one column of case mix, split by it."""
    mixed = {
        name: metric.case_mix[0] for name, metric in catalogue.items() if len(metric.case_mix) == 1
    }
    is_split = results["breakdown"].eq(results["metric_id"].map(mixed))
    rows = results[is_split & results[["numerator", "denominator"]].notna().all(axis=1)]
    columns = ["metric_id", "scope", "jurisdiction", "period_start", "period_end"]
    return rows[[*columns, "horizon_days"]].assign(
        breakdown="total",
        category="total",
        stratum=rows["category"],
        part=rows["numerator"],
        whole=rows["denominator"],
    )


def _series(results: pd.DataFrame, catalogue: dict) -> pd.DataFrame:
    """Quarters that add up to the years of every trended metric."""
    trended = [name for name, metric in catalogue.items() if metric.is_trended]
    rows = results[
        results["metric_id"].isin(trended)
        & (results["breakdown"] == "total")
        & results["numerator"].notna()
        & (
            results["period_start"].map(lambda d: d.year)
            == results["period_end"].map(lambda d: d.year)
        )
    ]
    found = []
    for row in rows.to_dict("records"):
        found += _quarters(row, catalogue[row["metric_id"]].kind)
    return pd.DataFrame(found)


def _quarters(row: dict, kind: str) -> list[dict]:
    parts = _in_four(row["numerator"])
    wholes = [None] * 4 if pd.isna(row["denominator"]) else _in_four(row["denominator"])
    quarters = []
    for (first, last), part, whole in zip(QUARTERS, parts, wholes, strict=True):
        value = part if kind == "count" else (part / whole if whole else None)
        start = row["period_start"].replace(month=first)
        end = (pd.Timestamp(row["period_start"].replace(month=last)) + pd.offsets.MonthEnd()).date()
        point = {name: row[name] for name in ("metric_id", "scope", "jurisdiction")}
        point |= {"grain": "quarter", "period_start": start, "period_end": end}
        quarters.append(point | {"numerator": part, "denominator": whole, "value": value})
    return quarters


def _in_four(count: float) -> list[float]:
    """Whole numbers that add up to the count."""
    found = [float(round(count * (0.25 + lean / 4))) for lean in LEAN[:3]]
    return [*found, count - sum(found)]
