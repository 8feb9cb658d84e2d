"""Which published numbers may stand beside one another, and why the others may not.

Shares are compared as counts of units, with binomial chance. A cohort's share by a horizon is an
Aalen-Johansen estimate, which is numerator over denominator only once every member has been followed
to the horizon: only mature cohorts without losses are compared, younger ones would be judged by
members about whom nothing is known yet. Rates are compared as Poisson counts over their exposure.
"""

import numpy as np
import pandas as pd

SHARE_KINDS = ("share", "stock_share", "survey_score", "time_to_event")
RATE_KINDS = ("rate",)
SET = ["metric_id", "scope", "source", "origin", "period_start", "period_end", "horizon_days"]
"""The columns that together name one set of numbers that may be compared."""
_COUNTS = ("numerator", "denominator", "value")


def comparable(results: pd.DataFrame, catalogue: dict, kinds: tuple[str, ...]) -> pd.DataFrame:
    """Rows of the results whose metric is of one of the kinds, with `kind`, `per` and `reason`.

    `reason` is empty where the row may be compared; else the reason it is blank, or not_mature,
    not_followed (losses before the horizon) or very_uncertain (kept in the pooled target, but not
    judged). Durations, and metrics the catalogue does not know, are left out altogether.
    """
    chosen = {name: metric for name, metric in catalogue.items() if _is_compared(metric, kinds)}
    rows = results[results["metric_id"].isin(chosen)].copy()
    rows["kind"] = (
        rows["metric_id"].map({name: m.kind for name, m in chosen.items()}).astype(object)
    )
    per = {name: float(m.counting.get("per", 1)) for name, m in chosen.items()}
    rows["per"] = rows["metric_id"].map(per).astype(float)
    for name in (*_COUNTS, "horizon_days"):
        rows[name] = pd.to_numeric(rows[name]).astype(float)
    rows["reason"] = _reasons(rows)
    return rows


def in_pool(rows: pd.DataFrame) -> pd.Series:
    """True where the counts are published and comparable, also if too few to judge by."""
    return rows["reason"].isin(["", "very_uncertain"])


def in_blocks(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of pooled years, and of stocks, which have no pooled years."""
    start, end = pd.to_datetime(rows["period_start"]), pd.to_datetime(rows["period_end"])
    return rows[((end - start).dt.days > 366) | (rows["period_kind"] == "stock")]


def dense(rows: pd.DataFrame, columns: list[str]) -> np.ndarray:
    """A number for each row that says which combination of the columns it has; empty is a member."""
    return rows.groupby(columns, dropna=False, sort=True).ngroup().to_numpy()


def _is_compared(metric, kinds: tuple[str, ...]) -> bool:
    if metric.kind not in kinds or (metric.kind in SHARE_KINDS and metric.value_unit != "share"):
        return False
    return metric.kind != "time_to_event" or (
        metric.counting.get("estimate") == "cumulative_incidence"
    )


def _reasons(rows: pd.DataFrame) -> np.ndarray:
    part, whole, value = (rows[name] for name in _COUNTS)
    blank = rows["blank"].fillna("").astype(str)
    is_cohort = rows["kind"] == "time_to_event"
    no_counts = rows[list(_COUNTS)].isna().any(axis=1) | ~(whole > 0)
    is_share = rows["kind"].isin(SHARE_KINDS)
    conditions = {
        "not_reported": no_counts & (blank == ""),
        "not_mature": is_cohort & (rows["maturity"] != "mature"),
        "not_followed": is_share & ((part / whole - value).abs() > 1e-6),
        "very_uncertain": rows["status"].isin(["very_uncertain", "insufficient"]),
    }
    found = np.select(list(conditions.values()), list(conditions), "")
    return np.where(blank != "", blank, found)
