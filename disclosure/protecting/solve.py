"""The way in: a problem, taken apart, each part solved, the answers put together."""

import time

import numpy as np

from disclosure.protecting.attacked import Attacked
from disclosure.protecting.exact import Search
from disclosure.protecting.insiders import Insiders
from disclosure.protecting.presolve import Component, take_apart
from disclosure.protecting.problem import Problem, Solution

NODES = 20_000
ROUNDS = 200


def solve(
    problem: Problem,
    *,
    nodes: int = NODES,
    rounds: int = ROUNDS,
    seconds: float | None = None,
    unless_failed: bool = False,
) -> Solution:
    """Which further cells to hide, at the least cost, so that every primary is protected.

    `nodes` limits the integer programs of each component, `rounds` the linear ones before them;
    with either used up, the answer is the best choice found, without useless cells. `nodes=0` asks
    for the heuristic alone. `seconds` limits a component in time as well, and makes the answer
    depend on the machine. A primary that no hiding protects in one direction is told in `failed`
    and stays protected in the other; one that no hiding keeps from some insider, in `told_inside`.
    `unless_failed` is for who asks something else where there is a failed primary: then `failed` is
    all that is found out, and the answer is not complete.
    """
    hidden = problem.primary | problem.is_unpublished
    components, failed = take_apart(problem)
    parts = [_Part(component) for component in components]
    for part in parts:
        failed += [int(part.component.cells[target.cell]) for target in part.failed]
    if failed and unless_failed:
        return Solution(hidden, 0.0, False, "nothing", _indices(failed), is_complete=False)
    told_inside: list[int] = []
    cost, is_optimal, methods = 0.0, True, set()
    for part in parts:
        component = part.component
        part.search(nodes, rounds, seconds)
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


class _Part:
    """One component: the targets that no hiding protects, then the answer for the others.

    `hidden` is None where nothing more need be hidden than what is given.
    """

    def __init__(self, component: Component):
        self.component, self.attacked = component, Attacked(component)
        self.hidden: np.ndarray | None = None
        self.is_optimal = True
        self.told_inside: list[int] = []
        exposed = self.attacked.unprotected(component.is_given)
        hideable = component.is_given | np.isfinite(component.cost)
        # Whoever has room with fewer hidden cells has it with more.
        self.failed = self.attacked.unprotected(hideable, exposed) if exposed else []
        beyond_help = set(self.failed)
        self._exposed = [target for target in exposed if target not in beyond_help]
        if beyond_help:
            kept = [target for target in component.targets if target not in beyond_help]
            self.attacked.component = component.with_targets(kept)

    def search(self, nodes: int, rounds: int, seconds: float | None) -> None:
        """Finds what to hide, until no insider finds anything either."""
        given, insiders, search = self.component.is_given, Insiders(self.attacked), None
        deadline = np.inf if seconds is None else time.monotonic() + seconds
        exposed = self._exposed
        while True:
            if exposed:
                if search:
                    search.ask(exposed)
                else:
                    search = Search(self.attacked, exposed, rounds, nodes, deadline)
                self.is_optimal = search.run()
                self.hidden = search.best
            exposed = insiders.exposed(given if self.hidden is None else self.hidden)
            if not exposed:
                break
            if search is None:
                search = Search(self.attacked, [], rounds, nodes, deadline)
        self.told_inside = sorted(insiders.beyond_help)
