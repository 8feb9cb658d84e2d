"""The way in: a problem, taken apart, each part solved, the answers put together."""

import time
from typing import NamedTuple

import numpy as np

from disclosure.protecting.attacked import Attacked
from disclosure.protecting.exact import Search
from disclosure.protecting.insiders import Insiders
from disclosure.protecting.presolve import Component, take_apart
from disclosure.protecting.problem import Problem, Solution
from disclosure.protecting.subproblem import Target

NODES = 20_000
ROUNDS = 200


def solve(
    problem: Problem, *, nodes: int = NODES, rounds: int = ROUNDS, seconds: float | None = None
) -> Solution:
    """Which further cells to hide, at the least cost, so that every primary is protected.

    `nodes` limits the integer programs of each component, `rounds` the linear ones before them;
    with either used up, the answer is the best choice found, without useless cells. `nodes=0` asks
    for the heuristic alone. `seconds` limits a component in time as well, and makes the answer
    depend on the machine. A primary that no hiding protects in one direction is told in `failed`
    and stays protected in the other; one that no hiding keeps from some insider, in `told_inside`.
    """
    hidden = problem.primary | problem.is_unpublished
    components, failed = take_apart(problem)
    told_inside: list[int] = []
    cost, is_optimal, methods = 0.0, True, set()
    for component in components:
        part = _solve_component(component, nodes, rounds, seconds)
        failed += [int(component.cells[target.cell]) for target in part.failed]
        told_inside += component.cells[part.told_inside].tolist()
        if part.hidden is None:
            continue
        secondary = component.cells[part.hidden & ~component.is_given]
        hidden[secondary] = True
        cost += float(problem.cost[secondary].sum())
        is_optimal = is_optimal and part.is_optimal
        methods.add("exact" if part.is_optimal else "heuristic")
    method = "heuristic" if "heuristic" in methods else "exact" if methods else "nothing"
    return Solution(hidden, cost, is_optimal, method, _indices(failed), _indices(told_inside))


def _indices(cells: list[int]) -> np.ndarray:
    return np.array(sorted(set(cells)), dtype=int)


class Part(NamedTuple):
    """The answer for one component; `hidden` is None where nothing more need be hidden."""

    hidden: np.ndarray | None
    is_optimal: bool
    failed: list[Target]
    told_inside: list[int]


def _solve_component(component: Component, nodes: int, rounds: int, seconds: float | None) -> Part:
    attacked = Attacked(component)
    exposed = attacked.unprotected(component.is_given)
    failed: list[Target] = []
    if exposed:
        hideable = component.is_given | np.isfinite(component.cost)
        failed = attacked.unprotected(hideable)
        kept = [target for target in component.targets if target not in set(failed)]
        attacked.component = component.with_targets(kept)
        exposed = [target for target in exposed if target not in set(failed)]
    insiders, search = Insiders(attacked), None
    deadline = np.inf if seconds is None else time.monotonic() + seconds
    hidden, is_optimal = None, True
    while True:
        if exposed:
            search = search or Search(attacked, rounds, nodes, deadline)
            is_optimal = search.run()
            hidden = search.best
        exposed = insiders.exposed(component.is_given if hidden is None else hidden)
        if not exposed:
            return Part(hidden, is_optimal, failed, sorted(insiders.beyond_help))
        search = search or Search(attacked, rounds, nodes, deadline)
        search.ask(exposed)
