"""Takes a problem apart: what cannot vary, what a reader can always work out, and what stands alone.

Works in deviations from the true values. A cell that must stay published deviates by 0, and so does
a cell that is known exactly or is alone in a relation with such cells; what remains falls into
components that share no relation and are solved apart.
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from disclosure.protecting.problem import SUMS_HOLD, Problem
from disclosure.protecting.subproblem import Target


@dataclass(frozen=True)
class Component:
    """Cells that hang together, of which some are hidden already and the others may be.

    `cells` are their indices in the problem; `targets` speak of positions within the component.
    `is_given` marks primaries and cells never published; `insiders` those whose value somebody inside
    knows, who must hold a range of `room_inside` possible of each `hidden_from_insiders`. `down` and `up` are how far a reader would
    let each cell deviate if it were hidden.
    """

    cells: np.ndarray
    relations: csr_matrix
    down: np.ndarray
    up: np.ndarray
    cost: np.ndarray
    is_given: np.ndarray
    targets: tuple[Target, ...]
    insiders: np.ndarray
    hidden_from_insiders: np.ndarray
    room_inside: float

    def with_targets(self, targets) -> "Component":
        return replace(self, targets=_in_order(targets))


def take_apart(problem: Problem) -> tuple[list[Component], list[int]]:
    """Components that have primaries to protect, and the primaries that can never be protected."""
    slack = SUMS_HOLD * (1 + np.abs(problem.values))
    wanted = problem.primary & ((problem.room_below > slack) | (problem.room_above > slack))
    if not wanted.any():
        return [], []
    given = problem.primary | problem.is_unpublished
    down = np.maximum(problem.values - problem.lower, 0.0)
    up = np.maximum(problem.upper - problem.values, 0.0)
    down[down <= slack], up[up <= slack] = 0.0, 0.0
    may_vary = (given | np.isfinite(problem.cost)) & ((down > 0) | (up > 0))
    varies = _without_those_alone(problem.relations, may_vary)
    whole = Component(
        np.arange(len(given)), problem.relations, down, up, problem.cost, given,
        tuple(_targets(problem, wanted & varies, slack)),
        _flags(problem.insiders, given), _flags(problem.hidden_from_insiders, given),
        problem.room_inside,
    )  # fmt: skip
    return _parts(whole, varies), [int(cell) for cell in np.flatnonzero(wanted & ~varies)]


def _targets(problem: Problem, wanted: np.ndarray, slack: np.ndarray):
    for cell in np.flatnonzero(wanted).tolist():
        for direction, room in ((1, problem.room_above[cell]), (-1, problem.room_below[cell])):
            if room > slack[cell]:
                yield Target(cell, direction, float(room))


def _without_those_alone(relations: csr_matrix, varies: np.ndarray) -> np.ndarray:
    """The cells that vary once every cell alone in a relation has been found to be fixed by it."""
    varies = varies.copy()
    pattern = relations.copy()
    pattern.data = (pattern.data != 0).astype(float)
    while True:
        alone = (pattern @ varies.astype(float) == 1).astype(float)
        fixed = varies & (pattern.T @ alone > 0)
        if not fixed.any():
            return varies
        varies[fixed] = False


def _parts(whole: Component, varies: np.ndarray) -> list[Component]:
    """The components of the cells that vary, those without targets left out."""
    kept = np.flatnonzero(varies)
    relations = whole.relations[:, kept].tocsr()
    relations.eliminate_zeros()
    relations = relations[np.diff(relations.indptr) > 0]
    pattern = abs(relations)
    _, labels = connected_components(pattern.T @ pattern, directed=False)
    position = np.full(len(varies), -1)
    position[kept] = np.arange(len(kept))
    targets_of: dict[int, list[Target]] = {}
    for target in whole.targets:
        targets_of.setdefault(int(labels[position[target.cell]]), []).append(target)
    parts = []
    for label, targets in sorted(targets_of.items()):
        inside = np.flatnonzero(labels == label)
        position[kept[inside]] = np.arange(len(inside))
        mine = relations[:, inside]
        cells = kept[inside]
        parts.append(
            Component(
                cells,
                mine[np.diff(mine.indptr) > 0],
                whole.down[cells],
                whole.up[cells],
                whole.cost[cells],
                whole.is_given[cells],
                _in_order(target._replace(cell=int(position[target.cell])) for target in targets),
                whole.insiders[cells],
                whole.hidden_from_insiders[cells],
                whole.room_inside,
            )
        )
    return parts


def _in_order(targets) -> tuple[Target, ...]:
    """Alike next to alike: what answers one question is then a good start for the next."""
    return tuple(
        sorted(targets, key=lambda each: (each.room, each.direction, each.cell, each.known))
    )


def _flags(given: np.ndarray | None, hidden: np.ndarray) -> np.ndarray:
    """What the problem says of cells that are hidden in any case; of others insiders know no more than all."""
    return np.zeros(len(hidden), dtype=bool) if given is None else given & hidden
