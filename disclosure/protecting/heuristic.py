"""A protecting choice at little cost: give the targets their room in turn, by the cheapest deviations.

Hiding costs once a cell, deviating costs by the amount; the program takes a cell's cost spread over
what it can give. Cells that a relaxed master would hide in part are so much cheaper.
"""

import numpy as np

from disclosure.protecting.attacked import Attacked
from disclosure.protecting.presolve import Component
from disclosure.protecting.subproblem import Target

LEAST_WEIGHT = 1e-3
"""What is as good as free still costs something, so that no cell deviates without need."""
LARGE, MANY = 3_000, 20
"""In a component of more cells, so many targets are given room together: each program takes long."""
SHARE_COUNTS = 0.999
"""Of a cell that the relaxed master hides whole, so much of the cost counts as spent."""


def hidden_in_turn(
    attacked: Attacked, hidden: np.ndarray, exposed: list[Target], shares: np.ndarray
) -> np.ndarray:
    """`hidden`, which leaves these targets exposed, with what more must be hidden to protect them."""
    component, reader = attacked.component, attacked.reader
    hidden = hidden.copy()
    reader.allow((hidden | np.isfinite(component.cost)).astype(float))
    weights = _weights(component, shares)
    weights[hidden] = LEAST_WEIGHT
    reader.price(weights)
    blocks = _blocks(exposed, MANY if len(component.cells) > LARGE else 1)
    while blocks:
        block, *blocks = blocks
        deviation = reader.cheapest(block)
        if deviation is None and len(block) > 1:
            blocks = [[target] for target in block] + blocks
            continue
        # Where rounding finds no way, hiding all there is still protects; the clean-up shows again.
        more = (np.isfinite(component.cost) if deviation is None else deviation != 0) & ~hidden
        if deviation is not None:
            blocks = _without_proven(attacked, [block, *blocks], deviation)
        if more.any():
            attacked.asked_by |= dict.fromkeys(np.flatnonzero(more).tolist(), block[0])
            hidden |= more
            weights[more] = LEAST_WEIGHT
            reader.price(weights)
    reader.price(np.zeros(len(weights)))
    return hidden


def _without_proven(
    attacked: Attacked, blocks: list[list[Target]], deviation: np.ndarray
) -> list[list[Target]]:
    """The blocks without the targets that these deviations give their room: they need no program of their own."""
    proven = set(targets := [target for block in blocks for target in block]) - set(
        attacked.prove(targets, deviation)
    )
    left = [[target for target in block if target not in proven] for block in blocks]
    return [block for block in left if block]


def _blocks(targets: list[Target], size: int) -> list[list[Target]]:
    """The targets, those of the most room first; so many in one direction are given room together."""
    blocks: list[list[Target]] = []
    for target in sorted(targets, key=lambda each: (-each.room, each.direction, each.cell)):
        last = blocks[-1] if blocks else []
        alike = last and last[0].direction == target.direction and last[0].known == target.known
        if alike and len(last) < size:
            last.append(target)
        else:
            blocks.append([target])
    return blocks


def _weights(component: Component, shares: np.ndarray) -> np.ndarray:
    """The cost of a deviation by 1, where a cell gives at most the greatest room that is asked for."""
    most = max(target.room for target in component.targets)
    gives = np.minimum(np.maximum(component.up, component.down), most)
    cost = np.where(component.is_given, 0.0, component.cost) * (1 - SHARE_COUNTS * shares)
    return LEAST_WEIGHT + cost / gives
