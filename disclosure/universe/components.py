"""Cuts the universe into parts that share no hidden cell, and asks the solver about each."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components

from disclosure.policy import threshold
from disclosure.protecting.problem import Problem
from disclosure.singletons import KNOWN_TO_THEMSELVES
from disclosure.universe.error import UniverseError
from disclosure.universe.rooms import rooms
from disclosure.universe.universe import Universe


@dataclass(frozen=True)
class Component:
    """Cells that hang together, and their relations; the known cells in these come along as constants."""

    cells: np.ndarray
    relations: np.ndarray
    problem: Problem


def components(universe: Universe, shown: np.ndarray, within: np.ndarray | None = None) -> list:
    """Every component that holds a primary, in the order of its first relation.

    `shown` says of each cell whether it stays published whatever happens, and so joins nothing;
    `within`, whether a cell belongs to those asked about (all, if not given); what is too large is
    then left alone. Otherwise UniverseError is raised for a component larger than the policy
    allows, which names the breakdown to coarsen.
    """
    label = _labels(universe.relations, ~shown)
    entries = universe.relations.tocoo()
    free = ~shown[entries.col]
    of_relation = np.full(universe.relations.shape[0], -1)
    of_relation[entries.row[free]] = label[entries.col[free]]
    asked = universe.is_primary if within is None else universe.is_primary & within
    wanted = np.unique(label[asked & ~shown])
    order = np.argsort(of_relation, kind="stable")
    starts = np.searchsorted(of_relation[order], wanted, "left")
    ends = np.searchsorted(of_relation[order], wanted, "right")
    own = np.argsort(label, kind="stable")
    own_starts = np.searchsorted(label[own], wanted, "left")
    own_ends = np.searchsorted(label[own], wanted, "right")
    found = []
    for number in range(len(wanted)):
        relations = np.sort(order[starts[number] : ends[number]])
        cells = own[own_starts[number] : own_ends[number]]
        if within is None:
            check_size(universe, cells)
        elif len(cells) > threshold("component_cap"):
            continue
        found.append(_component(universe, np.sort(cells), relations, shown))
    return found


def _labels(relations: csr_matrix, free: np.ndarray) -> np.ndarray:
    """The component of every free cell; known cells each are one of their own."""
    entries = relations.tocoo()
    kept = free[entries.col]
    count = relations.shape[0] + relations.shape[1]
    links = coo_matrix(
        (np.ones(kept.sum()), (entries.row[kept], relations.shape[0] + entries.col[kept])),
        shape=(count, count),
    )
    _, label = connected_components(links, directed=False)
    return label[relations.shape[0] :]


def check_size(universe: Universe, cells: np.ndarray) -> None:
    """Raise UniverseError where more cells hang together than can be protected well."""
    if len(cells) <= threshold("component_cap"):
        return
    table = universe.cells.table
    published = table.iloc[cells[cells < len(table)]]
    sizes = published.loc[published["breakdown"] != "total", "breakdown"].value_counts()
    widest = sizes.index[0] if len(sizes) else "total"
    raise UniverseError(
        f"{len(cells)} cells of {published['jurisdiction'].iloc[0]} hang together, more than "
        f"{threshold('component_cap')}: coarsen the breakdown {widest}, which has the most."
    )


def _component(universe: Universe, own: np.ndarray, relations: np.ndarray, shown) -> Component:
    matrix = universe.relations[relations]
    cells = np.union1d(own, matrix.indices)
    inside = matrix[:, cells]
    values = universe.values[cells]
    is_shown = shown[cells]
    lower = np.where(is_shown, values, np.minimum(universe.lower[cells], values))
    upper = np.where(is_shown, values, universe.upper[cells])
    below, above = rooms(values, lower, universe.least[cells], universe.width[cells])
    is_primary = universe.is_primary[cells] & ~is_shown
    cost = np.where(is_shown, np.inf, universe.cost[cells])
    is_left_over = universe.is_left_over[cells] & ~is_shown
    is_hidden = (is_primary | is_left_over) & ~universe.is_sum[cells]
    return Component(
        cells,
        relations,
        Problem(
            values=values,
            lower=lower,
            upper=upper,
            relations=csr_matrix(inside),
            cost=cost,
            primary=is_primary,
            room_below=np.where(is_primary, below, 0.0),
            room_above=np.where(is_primary, above, 0.0),
            is_unpublished=is_left_over,
            insiders=is_hidden & (values > 0) & (values <= KNOWN_TO_THEMSELVES),
            hidden_from_insiders=is_hidden & is_primary & (values < universe.least[cells]),
            room_inside=float(threshold("room_below")),
        ),
    )
