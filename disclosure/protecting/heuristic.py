"""A protecting choice at little cost: give each target its room in turn, by the cheapest deviations.

Hiding costs once a cell, deviating costs by the amount; the program takes a cell's cost spread over
what it can give. Cells that a relaxed master would hide in part are so much cheaper.
"""

import numpy as np

from disclosure.protecting.attacked import Attacked

LEAST_WEIGHT = 1e-3
"""What is as good as free still costs something, so that no cell deviates without need."""


def hidden_in_turn(attacked: Attacked, hidden: np.ndarray, shares: np.ndarray) -> np.ndarray | None:
    """`hidden` with what more must be hidden to protect every target; None where some target cannot be."""
    component, reader = attacked.component, attacked.reader
    hidden = hidden.copy()
    exposed = sorted(attacked.unprotected(hidden), key=lambda each: (-each.room, each.cell))
    if not exposed:
        return hidden
    reader.allow((hidden | np.isfinite(component.cost)).astype(float))
    cost = np.where(np.isfinite(component.cost), component.cost, 0.0) * (1 - 0.999 * shares)
    gives = np.maximum(np.minimum(np.maximum(component.up, component.down), 10.0), 1e-3)
    weights = LEAST_WEIGHT + cost / gives
    weights[hidden] = LEAST_WEIGHT
    reader.price(weights)
    for target in exposed:
        deviation = reader.cheapest(target)
        if deviation is None:
            hidden = None
            break
        more = (deviation != 0) & ~hidden
        if more.any():
            hidden |= more
            weights[more] = LEAST_WEIGHT
            reader.price(weights)
    reader.price(np.zeros(len(weights)))
    return hidden
