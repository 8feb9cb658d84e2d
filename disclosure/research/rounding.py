"""Keyed random rounding: a count goes up or down to a multiple of the base, by chance, and always the same way.

The chance comes from an HMAC of the cell's definition and its true count, so that a cell that did
not change reads the same in the next release. On average nothing is added and nothing lost: 1 of 5
reads 5 in one case of five. (Fellegi 1975; keyed as the cell keys of Fraser and Wooton 2005.)
"""

import hmac
from collections.abc import Iterable

import numpy as np

BITS = 64
JOINT = "\x1f"
"""Stands between the words of a cell's definition, and in no code."""


def keyed_chances(key: bytes, cells: Iterable[str]) -> np.ndarray:
    """For each cell, given as the text of its definition and count, a number from 0 to 2^64-1 that only the key tells."""
    digests = [hmac.digest(key, cell.encode(), "sha256")[:8] for cell in cells]
    return np.frombuffer(b"".join(digests), dtype=">u8").astype(np.uint64)


def rounded(counts: np.ndarray, chances: np.ndarray, base: int) -> np.ndarray:
    """Counts as multiples of the base, none further than base - 1 from the truth."""
    rest = counts % base
    # 2^64 / base * rest, without leaving whole numbers of 64 bits.
    line = np.uint64(2**BITS // base) * rest.astype(np.uint64)
    return counts - rest + base * (chances < line)


def raised_to(shown: np.ndarray, counts: np.ndarray, classes: np.ndarray, least: int, base: int):
    """The same, but no class of at least `least` people reads fewer: counts that went down go up instead, nearest first.

    A class that reads 0 would be invisible, and one that reads 5 would look like a breach.
    """
    shown = shown.copy()
    sizes = np.bincount(classes, weights=shown).astype(np.int64)
    lost = counts - shown
    order = np.lexsort((np.arange(len(counts)), -lost, classes))
    for cell in order[(lost[order] > 0) & (sizes[classes[order]] < least)]:
        if sizes[classes[cell]] < least:
            shown[cell] += base
            sizes[classes[cell]] += base
    return shown
