"""The gap between two groups within strata of case mix, where strata are published."""

import numpy as np
import pandas as pd

from metrics.comparing.groups_within import COVERED_FROM
from metrics.comparing.stratified import Strata, StrataOf
from metrics.estimators import mantel_haenszel

DECIMALS = 3
FEWEST_STRATA = 2
_NUMBERS = [
    f"adjusted_{name}{end}" for name in ("difference", "ratio") for end in ("", "_lower", "_upper")
]
_COLUMNS = [*_NUMBERS, "homogeneity_p", "strata_used"]


def adjusted(groups: pd.DataFrame, strata: pd.DataFrame | None, minimum: int) -> pd.DataFrame:
    """Columns for groups of the same index; empty without strata, or where they hold too little of the groups.

    Only groups whose crude counts are published, and large enough to compare, are adjusted.
    """
    if strata is None or strata.empty:
        return pd.DataFrame(np.nan, index=groups.index, columns=_COLUMNS)
    lookup, asked = StrataOf(strata, minimum), groups[groups["reason"] == ""]
    one = lookup.of(asked, "breakdown", "category", "numerator", "denominator")
    reference = ("reference", "reference_numerator", "reference_denominator")
    other = lookup.of(asked, "breakdown", *reference)
    found = {
        label: _numbers(mine, theirs)
        for label, mine, theirs in zip(asked.index, one, other, strict=True)
        if mine and theirs
    }
    frame = pd.DataFrame.from_dict(found, orient="index", columns=_COLUMNS)
    return frame.reindex(groups.index).astype(float)


def _numbers(one: Strata, other: Strata) -> list[float]:
    nobody = (0.0, 0.0)
    cells = [(*one.get(name, nobody), *other.get(name, nobody)) for name in sorted({*one, *other})]
    everybody = np.array(cells)
    used = everybody[(everybody[:, 1] > 0) & (everybody[:, 3] > 0)]
    covered, needed = used[:, [1, 3]].sum(axis=0), everybody[:, [1, 3]].sum(axis=0)
    if len(used) < FEWEST_STRATA or (covered < COVERED_FROM * needed).any():
        return [np.nan] * len(_COLUMNS)
    within = mantel_haenszel(*used.T)
    numbers = [
        getattr(getattr(within, name), part)
        for name in ("difference", "ratio")
        for part in ("value", "lower", "upper")
    ]
    numbers.append(within.homogeneity_p)
    return [np.nan if x is None else round(x, DECIMALS) for x in numbers] + [float(len(used))]
