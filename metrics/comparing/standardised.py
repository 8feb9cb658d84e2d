"""Each place against what its case mix would have brought at the rates of the other places."""

from itertools import groupby

import numpy as np
import pandas as pd

from metrics.comparing.comparable import SHARE_KINDS
from metrics.comparing.safe_strata import safe_strata
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
    """Columns for rows of the same index; empty without strata, or where their cells are too small."""
    kept = rows["pooled"] & rows["kind"].isin(SHARE_KINDS) & rows["target"].notna()
    kept = rows[kept].sort_values("set", kind="stable")
    numbers: dict[int, dict[str, float]] = {}
    for _, places in groupby(_with_strata(kept, strata), key=lambda place: place[0]):
        numbers |= _of_set({label: counted for _, label, counted in places}, minimum)
    found = pd.DataFrame.from_dict(numbers, orient="index", columns=list(_TOLD))
    found = found.reindex(rows.index).astype(float)
    limits = standardised_ratio(found["observed"], found["expected"])
    found[_RATIO] = np.column_stack(limits).round(DECIMALS)
    found["expected"] = found["expected"].round(DECIMALS)
    return found


def _with_strata(rows: pd.DataFrame, strata: pd.DataFrame | None) -> list[tuple]:
    """Set, label and strata of each row that has strata of its own."""
    if strata is None or strata.empty:
        return []
    found = StrataOf(strata).of(rows, "breakdown", "category", "numerator", "denominator")
    return [each for each in zip(rows["set"], rows.index, found, strict=True) if each[2]]


def _of_set(by_place: dict[int, Strata], minimum: int) -> dict[int, dict[str, float]]:
    """What is told of each place: label -> column -> number."""
    names = sorted({name for strata in by_place.values() for name in strata})
    counts = {
        label: np.array([each.get(name, (0.0, 0.0)) for name in names])
        for label, each in by_place.items()
    }
    everybody = np.sum(list(counts.values()), axis=0)
    told, used_by_all = {}, []
    for label, own in counts.items():
        used = _usable(names, own, everybody - own, minimum)
        if len(used) < FEWEST_STRATA:
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


def _usable(names: list[str], own: np.ndarray, others: np.ndarray, minimum: int) -> np.ndarray:
    """Rows of part, whole, part elsewhere, whole elsewhere: all units of the place, without small cells."""
    cells = {
        name: np.array([mine[0], mine[1] - mine[0], rest[0], rest[1] - rest[0]])
        for name, mine, rest in zip(names, own, others, strict=True)
        if mine[1] > 0
    }
    safe = safe_strata(cells, minimum, lambda each: each[2] + each[3] > 0).values()
    return np.array([(a, a + b, c, c + d) for a, b, c, d in safe], float).reshape(-1, 4)


def _rounded(number: float | None) -> float:
    return np.nan if number is None else round(number, DECIMALS)
