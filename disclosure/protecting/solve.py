"""The way in: a problem, taken apart, each part solved, the answers put together."""

import time

import numpy as np

from disclosure.protecting.attacked import Attacked
from disclosure.protecting.exact import Search
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
    and stays protected in the other.
    """
    hidden = problem.primary | problem.is_unpublished
    components, failed = take_apart(problem)
    cost, is_optimal, methods = 0.0, True, set()
    for component in components:
        part = _solve_component(component, nodes, rounds, seconds)
        failed += [int(component.cells[target.cell]) for target in part.failed]
        if part.hidden is None:
            continue
        secondary = component.cells[part.hidden & ~component.is_given]
        hidden[secondary] = True
        cost += float(problem.cost[secondary].sum())
        is_optimal = is_optimal and part.is_optimal
        methods.add("exact" if part.is_optimal else "heuristic")
    method = "heuristic" if "heuristic" in methods else "exact" if methods else "nothing"
    return Solution(hidden, cost, is_optimal, method, np.array(sorted(set(failed)), dtype=int))


class Part:
    """The answer for one component; `hidden` is None where nothing more need be hidden."""

    def __init__(self, failed: list[Target], hidden: np.ndarray | None, is_optimal: bool):
        self.failed, self.hidden, self.is_optimal = failed, hidden, is_optimal


def _solve_component(component: Component, nodes: int, rounds: int, seconds: float | None) -> Part:
    attacked = Attacked(component)
    exposed = attacked.unprotected(component.is_given)
    if not exposed:
        return Part([], None, True)
    hideable = component.is_given | np.isfinite(component.cost)
    failed = [target for target in attacked.unprotected(hideable)]
    if failed:
        kept = [target for target in component.targets if target not in set(failed)]
        attacked.component = component = component.with_targets(kept)
        if not set(exposed) - set(failed):
            return Part(failed, None, True)
    deadline = np.inf if seconds is None else time.monotonic() + seconds
    search = Search(attacked, rounds, nodes, deadline)
    is_optimal = search.run()
    return Part(failed, search.best, is_optimal)
