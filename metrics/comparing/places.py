"""Places compared with the pooled rest: a funnel, never a league table."""

import numpy as np
import pandas as pd

from metrics.comparing.columns import COMPARISON_COLUMNS
from metrics.comparing.comparable import (
    RATE_KINDS,
    SET,
    SHARE_KINDS,
    comparable,
    dense,
    in_blocks,
    in_pool,
)
from metrics.comparing.frame import in_columns
from metrics.comparing.sets import describe_sets
from metrics.comparing.standardised import standardised
from metrics.estimators import (
    benjamini_hochberg,
    flag_rates,
    flag_shares,
    holm,
    rate_limits,
    share_limits,
)
from metrics.estimators.funnel_flag import ALARM

FEWEST_PLACES = 3
"""Of two places that differ, nobody can say which is the odd one."""
FAMILY = ["scope", "source", "period_start", "period_end"]
"""All places and metrics that share these are one family of questions."""
SIGNAL = 0.05
LEVELS = {"95": 0.95, "998": 0.998}


def compare(
    results: pd.DataFrame, strata: pd.DataFrame | None, catalogue: dict, minimum: int = 10
) -> pd.DataFrame:
    """One row a place, metric and block of years that may be compared, or cannot be; sorted.

    `results` and `strata` (`published_strata`) are the published ones, so the table holds nothing
    that does not follow from these; strata with fewer than `minimum` units that count, or that do
    not, cannot be and are not used. Columns are COMPARISON_COLUMNS.
    """
    rows = comparable(results, catalogue, (*SHARE_KINDS, *RATE_KINDS))
    rows = in_blocks(rows[rows["breakdown"] == "total"])
    rows = rows.sort_values([*SET, "jurisdiction"], kind="stable", ignore_index=True)
    rows = _with_rest(rows)
    rows = _with_flags(rows, minimum)
    rows = _with_limits(rows)
    rows = rows.join(describe_sets(rows)).join(standardised(rows, strata, minimum))
    is_assessed = rows["flag"] != "not_assessable"
    p = np.where(is_assessed, np.minimum(2 * rows["tail_probability"], 1), np.nan)
    family = dense(rows, FAMILY)
    rows["q_value"], rows["p_holm"] = benjamini_hochberg(p, family), holm(p, family)
    rows["is_signal"] = _is_signal(rows).astype(object).where(is_assessed, None)
    assessed = is_assessed.groupby(rows["set"]).transform("sum")
    rows["expected_false_alarms"] = 2 * ALARM * assessed
    return in_columns(rows, COMPARISON_COLUMNS)


def _is_signal(rows: pd.DataFrame) -> pd.Series:
    """On the list; where places differ anyway, only beyond the limits that allow for it."""
    value, lower, upper = (
        pd.to_numeric(rows[name]) for name in ("value", "od_lower_998", "od_upper_998")
    )
    is_usual = rows["is_overdispersed"].eq(True) & (value >= lower) & (value <= upper)
    return (rows["q_value"] <= SIGNAL) & ~is_usual


def _with_rest(rows: pd.DataFrame) -> pd.DataFrame:
    """Which set a row belongs to, whether it is pooled, how many are, and the counts of the others."""
    rows["set"] = dense(rows, SET)
    rows["pooled"] = pooled = in_pool(rows)
    rows["units_compared"] = pooled.groupby(rows["set"]).transform("sum").astype(int)
    for name in ("numerator", "denominator"):
        counted = rows[name].where(pooled, 0.0)
        rows[f"all_{name}"] = counted.groupby(rows["set"]).transform("sum")
        rows[f"rest_{name}"] = rows[f"all_{name}"] - counted
    few = rows["units_compared"] < FEWEST_PLACES
    rows["reason"] = np.where(pooled & few, "too_few_places", rows["reason"])
    known = in_pool(rows) & (rows["rest_denominator"] > 0)
    target = rows["rest_numerator"] / rows["rest_denominator"].where(known)
    return rows.assign(target=target)


def _with_flags(rows: pd.DataFrame, minimum: int) -> pd.DataFrame:
    """A flag only for places that may be judged; the others keep the reason they had."""
    rows["flag"], rows["tail_probability"] = "not_assessable", np.nan
    for kinds, test in ((SHARE_KINDS, _share_flags), (RATE_KINDS, _rate_flags)):
        judged = rows.index[(rows["reason"] == "") & rows["kind"].isin(kinds)]
        if len(judged):
            found = test(rows.loc[judged], minimum)
            rows.loc[judged, "flag"] = found.flag
            rows.loc[judged, "reason"] = found.reason
            tail = np.where(found.reason == "", found.tail, np.nan)
            rows.loc[judged, "tail_probability"] = tail
    return rows


def _share_flags(rows: pd.DataFrame, minimum: int):
    rest = (rows["rest_numerator"], rows["rest_denominator"])
    return flag_shares(rows["numerator"], rows["denominator"], rest=rest, fewest=minimum)


def _rate_flags(rows: pd.DataFrame, minimum: int):
    rest = (rows["rest_numerator"], rows["rest_denominator"])
    return flag_rates(rows["numerator"], rows["denominator"], rest=rest)


def _with_limits(rows: pd.DataFrame) -> pd.DataFrame:
    is_rate = rows["kind"].isin(RATE_KINDS)
    for name, level in LEVELS.items():
        for side in ("lower", "upper"):
            rows[f"{side}_{name}"] = np.nan
        for chosen, limits in ((~is_rate, share_limits), (is_rate, rate_limits)):
            there = rows.index[chosen & rows["target"].notna()]
            if len(there):
                found = limits(rows.loc[there, "denominator"], rows.loc[there, "target"], level)
                rows.loc[there, f"lower_{name}"] = found.lower * rows.loc[there, "per"]
                rows.loc[there, f"upper_{name}"] = found.upper * rows.loc[there, "per"]
    return rows.assign(target=rows["target"] * rows["per"])
