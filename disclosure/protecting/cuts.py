"""Conditions that every protecting choice of hidden cells meets: sum of coefficient x hidden >= 1.

A cut says of one target: along these relations, the cells that are hidden must together be able to
deviate by the target's room (Fischetti and Salazar 2001). Coefficients are in shares of the room
that the cells hidden already do not give, and capped at 1, since one such cell suffices.
"""

import numpy as np

from disclosure.protecting.presolve import Component
from disclosure.protecting.subproblem import Target

NEGLIGIBLE = 1e-9
"""A price below this is what rounding leaves of 0."""


def cut_of(
    component: Component, target: Target, prices: np.ndarray, transposed
) -> np.ndarray | None:
    """The coefficients of all cells, 0 for those given; None where these prices tell nothing."""
    worth = transposed @ prices
    worth[target.cell] = 0.0
    if target.known >= 0:
        worth[target.known] = 0.0
    worth[np.abs(worth) < NEGLIGIBLE] = 0.0
    room = np.zeros(len(worth))
    rises, falls = worth > 0, worth < 0
    room[rises] = worth[rises] * component.up[rises]
    room[falls] = -worth[falls] * component.down[falls]
    missing = target.room - room[component.is_given].sum()
    if not missing > NEGLIGIBLE:
        return None
    coefficients = np.minimum(room / missing, 1.0)
    coefficients[component.is_given] = 0.0
    return coefficients
