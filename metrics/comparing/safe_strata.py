"""Pieces of a case mix put together until each of them is fit to be told; nobody is left out.

Whoever is left out would be found by subtracting what is told from a total.
"""

from collections.abc import Callable, Mapping
from itertools import product

import numpy as np

REST = "rest"

Label = tuple[str, ...]
"""What a stratum is, one name for each column of the case mix."""
IsFit = Callable[[np.ndarray], bool]


def safe_strata(strata: Mapping[Label, np.ndarray], is_fit: IsFit) -> dict[Label, Label]:
    """Stratum -> the piece it goes into: itself where it is fit, else the rest, which fit ones join until it is.

    Empty where even all strata together are not fit.
    """
    fit = {label: counts for label, counts in strata.items() if is_fit(counts)}
    others = [counts for label, counts in strata.items() if label not in fit]
    if others:
        rest = np.sum(others, axis=0)
        for label in sorted(fit, key=lambda label: (fit[label].sum(), label)):
            if is_fit(rest):
                break
            rest = rest + fit.pop(label)
        if not is_fit(rest):
            return {}
    return {label: label if label in fit else (REST,) for label in strata}


def crossed_strata(strata: Mapping[Label, np.ndarray], is_fit: IsFit) -> dict[Label, Label]:
    """Stratum -> the piece it goes into, where each column has its own rest and all crossings are fit.

    Only so do the totals of categories that are in a rest tell nothing new: within a crossing, a
    reader knows how many there are by each column, and nothing about both. The members of a column
    keep their names from the one whose smallest number is largest on; of all ways the one with most
    pieces is taken. Empty where even all strata together are not fit.
    """
    if not strata:
        return {}
    orders = [_order(strata, column) for column in range(len(next(iter(strata))))]
    best: dict[Label, Label] = {}
    most = 0
    for lengths in product(*(range(len(order), -1, -1) for order in orders)):
        kept = [set(order[:length]) for order, length in zip(orders, lengths, strict=True)]
        pieces = {label: within(label, kept) for label in strata}
        counted = together(strata, pieces)
        number = sum(bool(counts.any()) for counts in counted.values())
        if number > most and all(map(is_fit, counted.values())):
            best, most = pieces, number
    return best


def within(label: Label, kept: list[set[str]]) -> Label:
    """The stratum with the rest in place of every name that is not kept in its column."""
    return tuple(name if name in names else REST for name, names in zip(label, kept, strict=True))


def together(
    strata: Mapping[Label, np.ndarray], pieces: Mapping[Label, Label]
) -> dict[Label, np.ndarray]:
    """The counts of each piece, in the order of names."""
    found: dict[Label, np.ndarray] = {}
    for label, counts in strata.items():
        piece = pieces[label]
        found[piece] = found[piece] + counts if piece in found else counts
    return dict(sorted(found.items()))


def _order(strata: Mapping[Label, np.ndarray], column: int) -> list[str]:
    """The names of a column but the rest: first those that are least likely to be unfit."""
    totals = together(strata, {label: (label[column],) for label in strata})
    totals.pop((REST,), None)

    def smallest(label: Label) -> float:
        part, whole = totals[label][..., 0], totals[label][..., 1]
        return min(part.min(), (whole - part).min())

    return [name for (name,) in sorted(totals, key=lambda label: (-smallest(label), label))]
