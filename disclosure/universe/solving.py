"""Solves components side by side: the answer of each does not depend on which worker gave it."""

import os
from collections.abc import Callable, Iterator, MutableMapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

from disclosure.protecting.problem import Problem, Solution
from disclosure.protecting.solve import solve

FEW = 3_000
"""Cells below which starting workers takes longer than solving: a second each against a millisecond a cell."""
SHARE = 300
"""Cells that a worker is sent at a time: small problems are solved faster than they are sent."""


class Workers:
    """Processes that are started when there is enough to do, and stay until the block ends."""

    def __init__(self, count: int | None = None):
        self.count = count or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    @property
    def are_started(self) -> bool:
        return self._pool is not None

    def solve(
        self, problems: list[Problem], solver: Callable[[Problem], Solution]
    ) -> list[Solution]:
        """The solutions, in the order of the problems. `solver` must be a function that workers can import."""
        cells = sum(len(problem.values) for problem in problems)
        if self.count == 1 or len(problems) < 2 or (self._pool is None and cells < FEW):
            return _solve_each(solver, problems)
        if self._pool is None:
            # Fresh processes: a solver's threads do not survive a fork.
            self._pool = ProcessPoolExecutor(self.count, mp_context=get_context("spawn"))
        # The largest first, so that no worker is left alone with one at the end.
        order = sorted(range(len(problems)), key=lambda number: -len(problems[number].values))
        shares = list(_shares(order, problems))
        asked = [[problems[number] for number in share] for share in shares]
        answers = self._pool.map(partial(_solve_each, solver), asked)
        solutions: dict[int, Solution] = {}
        for share, solved in zip(shares, answers, strict=True):
            solutions |= zip(share, solved, strict=True)
        return [solutions[number] for number in range(len(problems))]


class Solver:
    """Answers problems, each once.

    `nodes` and `rounds` limit the search for what is cheapest (`disclosure.protecting.solve`), `memory`
    has the answers to problems solved before, by name, and takes new ones. Without `workers` all
    is done in this process.
    """

    def __init__(
        self,
        nodes: int,
        rounds: int,
        memory: MutableMapping[str, Solution] | None = None,
        workers: Workers | None = None,
    ):
        self._solve = partial(solve, nodes=nodes, rounds=rounds)
        self._limits = f"{nodes} {rounds}"
        self._memory = {} if memory is None else memory
        self._workers = workers or Workers(1)

    def answer(self, problems: list[Problem], *, unless_failed: bool = False) -> list[Solution]:
        """The solutions, in the order of the problems; incomplete ones only where `unless_failed` allows it."""
        names = [f"{problem.content()} {self._limits}" for problem in problems]
        new = {
            name: problem
            for name, problem in zip(names, problems, strict=True)
            if not self._is_answered(name, unless_failed)
        }
        solver = partial(self._solve, unless_failed=unless_failed)
        self._memory |= zip(new, self._workers.solve(list(new.values()), solver), strict=True)
        return [self._memory[name] for name in names]

    def _is_answered(self, name: str, unless_failed: bool) -> bool:
        return name in self._memory and (unless_failed or self._memory[name].is_complete)


def _solve_each(solver: Callable[[Problem], Solution], problems: list[Problem]) -> list[Solution]:
    return [solver(problem) for problem in problems]


def _shares(order: list[int], problems: list[Problem]) -> Iterator[list[int]]:
    """The numbers in order, as many together as have so many cells."""
    share, cells = [], 0
    for number in order:
        share.append(number)
        cells += len(problems[number].values)
        if cells >= SHARE:
            yield share
            share, cells = [], 0
    if share:
        yield share
