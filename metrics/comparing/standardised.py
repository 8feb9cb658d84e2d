"""Each place against what its case mix would have brought at the rates of the other places.

Of places that tell their case mix in different strata, those are compared that tell it in the same
ones or finer; the others have no expected number, and no part in that of others.
"""

from itertools import groupby

import numpy as np
import pandas as pd

from metrics.comparing.common_strata import common_strata
from metrics.comparing.comparable import SHARE_KINDS
from metrics.comparing.stratified import Strata, StrataOf
from metrics.estimators import (
    calibration_slope,
    concordance,
    expected_events,
    standardised_ratio,
)

DECIMALS = 3
FEWEST_STRATA = 2
_RATIO = ["ratio", "ratio_lower", "ratio_upper"]
_TOLD = ("observed", "expected", "case_mix_strata", "c_statistic", "calibration_slope")


def standardised(rows: pd.DataFrame, strata: pd.DataFrame | None, minimum: int) -> pd.DataFrame:
    """Columns for rows of the same index; empty without strata in common with other places."""
    kept = rows["pooled"] & rows["kind"].isin(SHARE_KINDS) & rows["target"].notna()
    kept = rows[kept].sort_values("set", kind="stable")
    numbers: dict[int, dict[str, float]] = {}
    for _, places in groupby(_with_strata(kept, strata, minimum), key=lambda place: place[0]):
        numbers |= _of_set({label: counted for _, label, counted in places})
    found = pd.DataFrame.from_dict(numbers, orient="index", columns=list(_TOLD))
    found = found.reindex(rows.index).astype(float)
    limits = standardised_ratio(found["observed"], found["expected"])
    found[_RATIO] = np.column_stack(limits).round(DECIMALS)
    found["expected"] = found["expected"].round(DECIMALS)
    return found


def _with_strata(rows: pd.DataFrame, strata: pd.DataFrame | None, minimum: int) -> list[tuple]:
    """Set, label and strata of each row that has strata of its own."""
    if strata is None or strata.empty:
        return []
    found = StrataOf(strata, minimum).of(rows, "breakdown", "category", "numerator", "denominator")
    return [each for each in zip(rows["set"], rows.index, found, strict=True) if each[2]]


def _of_set(by_place: dict[int, Strata]) -> dict[int, dict[str, float]]:
    """What is told of each place: label -> column -> number."""
    by_place = common_strata(by_place)
    names = sorted({name for strata in by_place.values() for name in strata})
    counts = {
        label: np.array([each.get(name, (0.0, 0.0)) for name in names])
        for label, each in by_place.items()
    }
    everybody = np.sum(list(counts.values()), axis=0)
    told, used_by_all = {}, []
    for label, own in counts.items():
        used = np.column_stack([own, everybody - own])[own[:, 1] > 0]
        if len(used) < FEWEST_STRATA or not used[:, 3].all():
            continue
        share = used[:, 2] / used[:, 3]
        told[label] = {
            "observed": used[:, 0].sum(),
            "expected": expected_events(*used[:, 1:].T),
            "case_mix_strata": len(used),
        }
        used_by_all.append(np.column_stack([used[:, :2], share]))
    if told:
        quality = np.concatenate(used_by_all).T
        c_statistic, slope = concordance(*quality), calibration_slope(*quality)
        for numbers in told.values():
            numbers |= {"c_statistic": _rounded(c_statistic), "calibration_slope": _rounded(slope)}
    return told


def _rounded(number: float | None) -> float:
    return np.nan if number is None else round(number, DECIMALS)
