"""Probabilities corrected for how many questions were asked: Holm 1979; Benjamini & Hochberg 1995.

A list of signals is kept to 5 % false ones by Benjamini and Hochberg; a statement about one named
place or group uses Holm, which keeps the chance of any false statement in the family at 5 %.
"""

import numpy as np
from statsmodels.stats.multitest import multipletests


def holm(p, families=None) -> np.ndarray:
    """Probabilities corrected by Holm's steps within each family; NaN stays NaN and is not counted."""
    return _within(p, families, "holm")


def benjamini_hochberg(p, families=None) -> np.ndarray:
    """q values: the smallest share of false signals at which the probability would be on the list."""
    return _within(p, families, "fdr_bh")


def _within(p, families, method: str) -> np.ndarray:
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
            corrected[family] = multipletests(p[family], method=method)[1]
    return corrected
