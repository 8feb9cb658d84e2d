"""Groups within a place compared with a reference group: gaps with intervals, and honest silence.

A difference is not called discrimination: the table says what differs, whether the case mix explains
it, and how large a gap the numbers leave open where nothing is shown.
"""

import numpy as np
import pandas as pd

from metrics.comparing.adjusted import adjusted
from metrics.comparing.columns import DISPARITY_COLUMNS
from metrics.comparing.comparable import SET, SHARE_KINDS, comparable, dense, in_pool
from metrics.comparing.frame import in_columns
from metrics.comparing.references import REFERENCES, UNKNOWN
from metrics.comparing.stratified import refuse_unfair_case_mix
from metrics.comparing.verdicts import too_few, two_sided_p, verdicts, without_zero
from metrics.estimators import (
    benjamini_hochberg,
    detectable_gap,
    gap_bounds,
    holm,
    log_ratio,
    newcombe_difference,
)

FAMILY = ["jurisdiction", "scope", "source", "period_start", "period_end"]
"""All metrics and groups of one place and period are one family of questions, asked together."""
_AT = [*SET, "jurisdiction", "breakdown"]
_PAIR = ("numerator", "denominator", "reference_numerator", "reference_denominator")
_LIKELY = (0.1, 0.9)
"""Shares nearer to none or all would promise to find gaps too small to exist."""


def disparities(
    results: pd.DataFrame, strata: pd.DataFrame | None, catalogue: dict, minimum: int = 10
) -> pd.DataFrame:
    """One row a group, breakdown, metric, place and period; sorted. Columns are DISPARITY_COLUMNS.

    `results` and `strata` are the published ones; `minimum` as in `compare`. Raises ValueError where a
    metric would hold sex, citizenship or legal status fixed.
    """
    refuse_unfair_case_mix(catalogue)
    rows = comparable(results, catalogue, SHARE_KINDS)
    rows = rows[rows["breakdown"].isin(REFERENCES)]
    rows = rows.sort_values([*_AT, "category"], kind="stable", ignore_index=True)
    groups = _paired(rows)
    groups = _with_gaps(groups)
    groups = groups.join(adjusted(groups, strata, minimum))
    if strata is not None:
        held = {name for name, metric in catalogue.items() if metric.case_mix}
        is_asked = groups["metric_id"].isin(held)
        groups["is_unadjusted"] = is_asked & groups["adjusted_difference"].isna()
    groups["verdict"] = verdicts(groups)
    groups["is_reversed"] = (
        without_zero(groups, "difference")
        & without_zero(groups, "adjusted_difference")
        & (groups["difference"] * groups["adjusted_difference"] < 0)
    )
    return in_columns(groups, DISPARITY_COLUMNS)


def _paired(rows: pd.DataFrame) -> pd.DataFrame:
    """Groups beside their reference group and beside those of unknown group."""
    rows = rows.assign(
        at=dense(rows, _AT),
        reference=rows["breakdown"].map(REFERENCES),
        is_counted=in_pool(rows),
    )
    reference = rows[rows["category"] == rows["reference"]].set_index("at")
    unknown = rows[rows["category"] == UNKNOWN].set_index("at")
    named = rows["category"].isin([UNKNOWN, "total"])
    groups = rows[~named & (rows["category"] != rows["reference"])].reset_index(drop=True)
    for name in ("numerator", "denominator", "value"):
        groups[f"reference_{name}"] = groups["at"].map(
            reference[name].where(reference["is_counted"])
        )
    other = groups["at"].map(reference["reason"]).astype(object)
    published = groups["is_counted"] & groups["at"].map(reference["is_counted"]).eq(True)
    groups["reason"] = np.select(
        [~groups["is_counted"], other.isna(), ~published],
        [groups["reason"], "no_reference_group", other],
        "",
    )
    return _with_unknown(groups, rows, unknown)


def _with_unknown(groups: pd.DataFrame, rows: pd.DataFrame, unknown: pd.DataFrame) -> pd.DataFrame:
    """How many are of unknown group: none where there is no such row, not told where it is hidden."""
    is_hidden = groups["at"].map(unknown["is_counted"]).eq(False)
    for name in ("numerator", "denominator"):
        counted = groups["at"].map(unknown[name]).fillna(0.0)
        groups[f"unknown_{name}"] = counted.mask(is_hidden)
    is_whole = rows.groupby("at")["is_counted"].all()
    everybody = rows.groupby("at")["denominator"].sum().where(is_whole)
    groups["unknown_share"] = groups["unknown_denominator"] / groups["at"].map(everybody)
    return groups


def _with_gaps(groups: pd.DataFrame) -> pd.DataFrame:
    counted = groups[list(_PAIR)].where(groups["reason"] == "")
    part, whole, other_part, other_whole = (counted[name].to_numpy(float) for name in _PAIR)
    found = {
        "difference": newcombe_difference(part, whole, other_part, other_whole),
        "ratio": log_ratio(part, whole, other_part, other_whole),
    }
    for name, limits in found.items():
        groups[name], groups[f"{name}_lower"], groups[f"{name}_upper"] = limits
    pooled = np.clip((part + other_part) / (whole + other_whole), *_LIKELY)
    groups["smallest_detectable_gap"] = detectable_gap(whole, other_whole, pooled)
    ends = groups[["difference_lower", "difference_upper"]].abs()
    groups["gap_not_ruled_out"] = ends.max(axis=1)
    unknown = (groups["unknown_numerator"], groups["unknown_denominator"])
    bounds = gap_bounds(part, whole, other_part, other_whole, *unknown)
    groups["bound_lower"], groups["bound_upper"] = bounds.lower, bounds.upper
    few = too_few(counted["numerator"], counted["denominator"])
    few |= too_few(counted["reference_numerator"], counted["reference_denominator"])
    groups["reason"] = groups["reason"].where((groups["reason"] != "") | ~few, "too_few")
    asked = (groups["reason"] == "").to_numpy()
    groups["p_value"] = np.nan
    groups.loc[asked, "p_value"] = two_sided_p(
        *(x[asked] for x in (part, whole, other_part, other_whole))
    )
    family = dense(groups, FAMILY)
    groups["p_holm"] = holm(groups["p_value"], family)
    groups["q_bh"] = benjamini_hochberg(groups["p_value"], family)
    return groups
