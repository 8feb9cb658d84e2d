"""Strata of case mix that may be used for published numbers: cells of the minimum or more, or none.

A cell is the units that count, or those that do not, of one group in one stratum. Strata with a
smaller cell are put together into one; if that one still has a small cell, it is left out.
"""

import numpy as np

REST = "rest"


def safe_strata(parts: dict[str, np.ndarray], minimum: int) -> dict[str, np.ndarray]:
    """The strata to use: name -> counts of cells, as given: name -> array of cells."""
    safe = {name: cells for name, cells in parts.items() if not has_small(cells, minimum)}
    small = [cells for name, cells in parts.items() if name not in safe]
    if small:
        together = np.sum(small, axis=0)
        if not has_small(together, minimum):
            safe[REST] = together
    return dict(sorted(safe.items()))


def has_small(cells: np.ndarray, minimum: int) -> bool:
    """True where any cell holds somebody, but fewer than the minimum."""
    return bool(((cells > 0) & (cells < minimum)).any())
