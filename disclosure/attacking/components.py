"""Splits the unknown cells into components that share no line, and packs small ones into batches."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from disclosure.attacking.propagate import NOTHING, Bounds

BATCH = 1_500
"""Cells that are solved for together: components share no cell, so one optimum is one of each."""


@dataclass(frozen=True)
class Batch:
    """Some components: their cells, the component of each, and `matrix @ values == right`."""

    cells: np.ndarray
    component: np.ndarray
    matrix: csr_matrix
    right: np.ndarray
    size: np.ndarray


def batches_of(bounds: Bounds, asked: np.ndarray) -> list[Batch]:
    """Batches of all components in which a cell is asked for and which go in circles.

    Where lines form no circle, narrowing line by line has already told all there is.
    """
    open_cell = bounds.upper - bounds.lower > NOTHING
    live = open_cell[bounds.cell] & ~bounds.refuted[bounds.line]
    line, cell, factor = bounds.line[live], bounds.cell[live], bounds.factor[live]
    if not len(line):
        return []
    lines, line = np.unique(line, return_inverse=True)
    cells, cell = np.unique(cell, return_inverse=True)
    right = np.zeros(len(lines))
    fixed = ~open_cell[bounds.cell] & ~bounds.refuted[bounds.line]
    fixed &= np.isin(bounds.line, lines)
    where = np.searchsorted(lines, bounds.line[fixed])
    np.subtract.at(right, where, bounds.factor[fixed] * bounds.lower[bounds.cell[fixed]])
    count = len(cells) + len(lines)
    graph = csr_matrix((np.ones(len(line)), (cell, len(cells) + line)), shape=(count, count))
    number, part = connected_components(graph, directed=False)
    edges = np.bincount(part[cell], minlength=number)
    nodes = np.bincount(part, minlength=number)
    wanted = np.zeros(number, dtype=bool)
    wanted[part[: len(cells)][asked[cells]]] = True
    wanted &= edges >= nodes
    size = np.bincount(part[: len(cells)], minlength=number)
    matrix = csr_matrix((factor, (line, cell)), shape=(len(lines), len(cells)))
    found = []
    for together in _packed(np.flatnonzero(wanted), size):
        columns = np.flatnonzero(np.isin(part[: len(cells)], together))
        rows = np.flatnonzero(np.isin(part[len(cells) :], together))
        component = part[columns]
        found.append(
            Batch(
                cells[columns],
                component,
                matrix[rows][:, columns].tocsr(),
                right[rows],
                size[component],
            )
        )
    return found


def _packed(parts: np.ndarray, size: np.ndarray) -> list[np.ndarray]:
    """Components in order of size, as many together as fit into a batch."""
    packs, current, filled = [], [], 0
    for part in parts[np.argsort(size[parts], kind="stable")]:
        if current and filled + size[part] > BATCH:
            packs.append(np.array(current))
            current, filled = [], 0
        current.append(part)
        filled += size[part]
    return [*packs, np.array(current)] if current else packs
