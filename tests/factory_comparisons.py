"""Comparisons, disparities and trends of the made-up release, by the real functions from made-up counts."""

import pandas as pd

from disclosure.policy import threshold
from metrics.catalogue import metrics
from metrics.comparing import compare, disparities
from metrics.trending import trends

STRATA = ("first", "second")
QUARTERS = ((1, 3), (4, 6), (7, 9), (10, 12))
LEAN = (-0.06, 0.02, 0.05, -0.01)
"""How much more, or less, is counted in a quarter than in a fourth of its year."""


def compared(undisclosed: pd.DataFrame, published: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The three tables, as the builder of a release makes them."""
    catalogue, least = metrics(), threshold("minimum_count")
    strata = _strata(undisclosed, catalogue)
    return {
        "comparisons": compare(published, strata, catalogue, least),
        "disparities": disparities(published, strata, catalogue, least),
        "trends": trends(
            _series(undisclosed, catalogue),
            published,
            catalogue,
            least,
            threshold("units_not_people"),
        ),
    }


def _strata(results: pd.DataFrame, catalogue: dict) -> pd.DataFrame:
    """Every pooled cell of a metric with case mix, in two halves of unlike size."""
    mixed = [name for name, metric in catalogue.items() if metric.case_mix]
    rows = results[results["metric_id"].isin(mixed) & results["denominator"].notna()]
    columns = ["metric_id", "scope", "jurisdiction", "period_start", "period_end"]
    columns += ["breakdown", "category"]
    found = []
    for share, stratum in zip((0.4, 0.6), STRATA, strict=True):
        part = (share * rows["numerator"].fillna(0)).round()
        whole = (share * rows["denominator"]).round()
        found.append(rows[columns].assign(stratum=stratum, part=part, whole=whole))
    return pd.concat(found, ignore_index=True)


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
