"""The gap between two groups within strata of case mix, where strata may be used."""

import numpy as np
import pandas as pd

from metrics.comparing.safe_strata import safe_strata
from metrics.comparing.stratified import Strata, StrataOf
from metrics.estimators import mantel_haenszel

DECIMALS = 3
FEWEST_STRATA = 2
COVERED_FROM = 0.8
"""Share of each group that the strata with both groups have to hold, for one number to stand for all."""
_NUMBERS = [
    f"adjusted_{name}{end}" for name in ("difference", "ratio") for end in ("", "_lower", "_upper")
]
_COLUMNS = [*_NUMBERS, "homogeneity_p", "strata_used"]


def adjusted(groups: pd.DataFrame, strata: pd.DataFrame | None, minimum: int) -> pd.DataFrame:
    """Columns for groups of the same index; empty without strata, or where their cells are too small.

    Only groups whose crude counts are published, and large enough to compare, are adjusted.
    """
    if strata is None or strata.empty:
        return pd.DataFrame(np.nan, index=groups.index, columns=_COLUMNS)
    lookup, asked = StrataOf(strata), groups[groups["reason"] == ""]
    one = lookup.of(asked, "breakdown", "category", "numerator", "denominator")
    reference = ("reference", "reference_numerator", "reference_denominator")
    other = lookup.of(asked, "breakdown", *reference)
    found = {
        label: _numbers(mine, theirs, minimum)
        for label, mine, theirs in zip(asked.index, one, other, strict=True)
        if mine and theirs
    }
    frame = pd.DataFrame.from_dict(found, orient="index", columns=_COLUMNS)
    return frame.reindex(groups.index).astype(float)


def _numbers(one: Strata, other: Strata, minimum: int) -> list[float]:
    nobody = (0.0, 0.0)
    cells = {}
    for name in sorted({*one, *other}):
        (a, n), (c, m) = one.get(name, nobody), other.get(name, nobody)
        cells[name] = np.array([a, n - a, c, m - c])
    used = np.array([*safe_strata(cells, minimum).values()]).reshape(-1, 4)
    used = used[(used[:, 0] + used[:, 1] > 0) & (used[:, 2] + used[:, 3] > 0)]
    everybody = np.sum([*cells.values()], axis=0)
    covered = (used[:, :2].sum(), used[:, 2:].sum())
    needed = (everybody[:2].sum(), everybody[2:].sum())
    if len(used) < FEWEST_STRATA or any(
        have < COVERED_FROM * need for have, need in zip(covered, needed, strict=True)
    ):
        return [np.nan] * len(_COLUMNS)
    a, b, c, d = used.T
    within = mantel_haenszel(a, a + b, c, c + d)
    numbers = [
        getattr(getattr(within, name), part)
        for name in ("difference", "ratio")
        for part in ("value", "lower", "upper")
    ]
    numbers.append(within.homogeneity_p)
    return [np.nan if x is None else round(x, DECIMALS) for x in numbers] + [float(len(used))]
