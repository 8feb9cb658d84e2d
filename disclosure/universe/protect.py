"""Protects all results of a release together: from rows to cells, to components, to hidden counts."""

from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from disclosure.policy import threshold
from disclosure.protecting.problem import Solution
from disclosure.universe.apply import hidden_counts, rows_of
from disclosure.universe.cells import make_cells
from disclosure.universe.components import Component, components
from disclosure.universe.easing import eased
from disclosure.universe.knowledge import gather
from disclosure.universe.sets import MEASURES
from disclosure.universe.solving import Solver, Workers
from disclosure.universe.universe import Universe, make_universe

FIRST, WIDER = "details and parts", "totals too"
"""What was allowed to be hidden: everything but the totals that are part of nothing, or these as well."""
TABLE = ["set_id", "jurisdiction", "period_start", "period_end", "breakdown", "currency"]


@dataclass(frozen=True)
class Protected:
    """What is hidden of each row, and how that was found.

    `hidden`: index of the rows; numerator, denominator. `components`: one row a component that was
    solved, with jurisdiction, first_day, cells, relations, primaries, secondaries, failed, method,
    is_optimal, allowed. `failed`: labels of rows of which a count cannot be protected even so: the
    tables they stand in are hidden whole. `left_out`: sums that do not hold, by kind and breakdown.
    """

    hidden: pd.DataFrame
    components: pd.DataFrame
    failed: list
    left_out: pd.DataFrame


def protect_universe(
    rows: pd.DataFrame,
    counted_sets: pd.DataFrame,
    nested_sets: pd.DataFrame,
    kinds: dict[str, str],
    primaries: pd.DataFrame,
    *,
    succession: pd.DataFrame | None = None,
    research_bounds: pd.DataFrame | None = None,
    forced: Iterable | None = None,
    populations: dict[str, str] | None = None,
    headlines: frozenset[str] = frozenset(),
    solver: Solver | None = None,
) -> Protected:
    """Which counts of the rows must be hidden so that nobody can work out the sensitive ones.

    `rows` are undisclosed results after planning, `primaries` of their index what is sensitive by
    itself, `forced` the labels of rows that an attacker found unsafe, `populations` maps metrics to their
    population, for profiles of the policy. `solver` answers in this process alone and as the policy says, if not given. Raises UniverseError for rows that
    contradict the declarations of sets, and for components too large to protect.
    """
    forced = list(forced or ())
    marks = primaries.reindex(rows.index)
    marks.loc[forced, [*MEASURES, "rest"]] = True
    cells = make_cells(rows, counted_sets, kinds)
    known = gather(cells, rows, marks, succession, research_bounds, populations, headlines)
    sensitive_rest = marks["rest"].to_numpy(dtype=bool)
    again = frozenset(rows.loc[forced, "jurisdiction"])
    universe = make_universe(cells, nested_sets, known, sensitive_rest, looked_at_again=again)
    hidden, facts, failed = _solve(universe, solver or policy_solver())
    hidden |= _whole_tables(universe, failed)
    is_failed = rows_of(cells, failed, universe.rest_of_row)
    return Protected(
        hidden_counts(cells, hidden, rows.index),
        facts,
        list(rows.index[is_failed]),
        universe.left_out,
    )


def policy_solver(
    memory: MutableMapping[str, Solution] | None = None,
    *,
    is_exact: bool = False,
    workers: Workers | None = None,
) -> Solver:
    """A solver within the limits of the policy; only an exact one searches for the cheapest answer."""
    nodes = threshold("solver_nodes") if is_exact else 0
    rounds = threshold("solver_rounds" if is_exact else "solver_rounds_quick")
    return Solver(nodes, rounds, memory, workers)


def _solve(universe: Universe, solver: Solver) -> tuple:
    """Hidden cells, facts of the components and failed cells; what fails is tried again with totals free.

    What is tried again needs no answer before: a first try ends where it finds a cell that fails.
    """

    def answer(asked: list[Component], *, unless_failed: bool) -> list[tuple[Component, Solution]]:
        problems = [component.problem for component in asked]
        return list(zip(asked, solver.answer(problems, unless_failed=unless_failed), strict=True))

    first = answer(components(universe, universe.is_fixed | universe.is_top), unless_failed=True)
    lacking = np.zeros(len(universe.values), dtype=bool)
    for component, solution in first:
        lacking[component.cells[solution.failed]] = True
        lacking[component.cells[solution.told_inside]] = True
    wider = components(universe, universe.is_fixed, lacking) if lacking.any() else []
    tried = answer(wider, unless_failed=True)
    eased = [_eased(universe, *one) if len(one[1].failed) else one[0] for one in tried]
    # Whoever is part of a wider component has been asked about there, and others must be told all.
    replaced = np.zeros(len(universe.values), dtype=bool)
    for component in wider:
        replaced[component.cells[np.isfinite(component.problem.cost)]] = True
    kept = [component for component, _ in first if not replaced[component.cells].any()]
    hidden, failed = np.zeros_like(replaced), np.zeros_like(replaced)
    facts = []
    for allowed, asked in ((FIRST, kept), (WIDER, eased)):
        for component, solution in answer(asked, unless_failed=False):
            _note(component, solution, hidden, failed)
            facts.append(_facts(universe, component, solution, allowed))
    return hidden, pd.DataFrame(facts, columns=FACTS), failed


def _eased(universe: Universe, component: Component, answer: Solution) -> Component:
    least, width = universe.least[component.cells], universe.width[component.cells]
    return replace(component, problem=eased(component.problem, answer.failed, least, width))


def _note(component: Component, answer: Solution, hidden, failed) -> None:
    hidden[component.cells] |= answer.hidden
    failed[component.cells[answer.failed]] = True


FACTS = [
    "jurisdiction", "first_day", "cells", "relations", "primaries", "secondaries", "failed",
    "method", "is_optimal", "allowed",
]  # fmt: skip


def _facts(universe: Universe, component: Component, answer: Solution, allowed: str) -> tuple:
    problem, table = component.problem, universe.cells.table
    first = table.iloc[component.cells[component.cells < len(table)][0]]
    free = np.isfinite(problem.cost)
    secondary = answer.hidden & free & ~problem.primary & ~problem.is_unpublished
    day = np.datetime64(int(first["period_start"]), "D")
    return (
        first["jurisdiction"], str(day), int(free.sum()), problem.relations.shape[0],
        int(problem.primary.sum()), int(secondary.sum()), len(answer.failed), answer.method,
        answer.is_optimal, allowed,
    )  # fmt: skip


def _whole_tables(universe: Universe, failed: np.ndarray) -> np.ndarray:
    """All cells of the tables that hold a failed one, or one that adds up with it; never what is known anyway."""
    hidden = np.zeros(len(failed), dtype=bool)
    if not failed.any():
        return hidden
    table = universe.cells.table
    near = np.asarray(abs(universe.relations) @ failed.astype(float)) > 0
    beside = np.asarray(abs(universe.relations[near]).sum(axis=0)).ravel() > 0
    number = table.groupby(TABLE, sort=True).ngroup().to_numpy()
    touched = np.isin(number, number[(beside | failed)[: len(table)] & _is_part(universe)])
    hidden[: len(table)] = touched
    return hidden & ~universe.is_fixed


def _is_part(universe: Universe) -> np.ndarray:
    """A failed detail takes its table with it, not the totals above: these do not give it away when it is gone."""
    return (universe.cells.table["breakdown"] != "total").to_numpy()
