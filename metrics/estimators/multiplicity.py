"""Probabilities corrected for how many questions were asked: Holm 1979; Benjamini & Hochberg 1995.

A list of signals is kept to 5 % false ones by Benjamini and Hochberg; a statement about one named
place or group uses Holm, which keeps the chance of any false statement in the family at 5 %. Holm is
own code for a measured reason: the library collects garbage at each call, 70 ms for each family.
"""

from collections.abc import Callable

import numpy as np
from statsmodels.stats.multitest import multipletests


def holm(p, families=None) -> np.ndarray:
    """Probabilities corrected by Holm's steps within each family; NaN stays NaN and is not counted."""
    return _within(p, families, _holm)


def benjamini_hochberg(p, families=None) -> np.ndarray:
    """q values: the smallest share of false signals at which the probability would be on the list."""
    return _within(p, families, lambda asked: multipletests(asked, method="fdr_bh")[1])


def _holm(p: np.ndarray) -> np.ndarray:
    order = np.argsort(p, kind="stable")
    steps = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1))
    corrected = np.empty(len(p))
    corrected[order] = np.minimum(steps, 1.0)
    return corrected


def _within(p, families, correct: Callable) -> np.ndarray:
    """`families` names the family of each probability, declared before looking; None makes one family."""
    p = np.asarray(p, float)
    if ((p < 0) | (p > 1)).any():
        raise ValueError("a probability lies between 0 and 1")
    corrected = np.full(p.shape, np.nan)
    asked = ~np.isnan(p)
    names = np.zeros(p.shape, int) if families is None else np.asarray(families)
    members = np.unique(names[asked], return_inverse=True)[1]
    order = np.argsort(members, kind="stable")
    places = np.flatnonzero(asked)[order]
    starts = np.flatnonzero(np.diff(members[order])) + 1
    for family in np.split(places, starts):
        if family.size:
            corrected[family] = correct(p[family])
    return corrected
