"""Strata of case mix that may be used for published numbers: cells of the minimum or more, or none.

A cell is the units that count, or those that do not, of one group in one stratum. Strata that are not
fit are put together into one, and if that one is not fit either, the smallest others join it. Nobody
is left out: what is published beside a total would tell by subtraction who was.
"""

from collections.abc import Callable

import numpy as np

REST = "rest"


def safe_strata(
    strata: dict[str, np.ndarray],
    minimum: int,
    is_usable: Callable[[np.ndarray], bool] = lambda cells: True,
) -> dict[str, np.ndarray]:
    """The strata to use, name -> cells, made of those given, name -> cells; they hold the same units.

    Empty where even all strata together have a small cell, or are not usable.
    """

    def is_fit(cells: np.ndarray) -> bool:
        return not has_small(cells, minimum) and is_usable(cells)

    fit = {name: cells for name, cells in strata.items() if is_fit(cells)}
    others = [cells for name, cells in strata.items() if name not in fit]
    if others:
        rest = np.sum(others, axis=0)
        for name in sorted(fit, key=lambda name: (fit[name].sum(), name)):
            if is_fit(rest):
                break
            rest = rest + fit.pop(name)
        if not is_fit(rest):
            return {}
        fit[REST] = rest
    return dict(sorted(fit.items()))


def has_small(cells: np.ndarray, minimum: int) -> bool:
    """True where any cell holds somebody, but fewer than the minimum."""
    return bool(((cells > 0) & (cells < minimum)).any())
