"""Solves components side by side: the answer of each does not depend on which worker gave it."""

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from disclosure.protecting.problem import Problem, Solution

FEW = 256
"""Cells a component, of eight or fewer, below which starting workers takes longer than solving: a second each against a millisecond a cell."""


def solve_all(
    problems: list[Problem],
    solve: Callable[[Problem], Solution],
    *,
    workers: int | None = None,
    progress: Callable[[str], None] | None = None,
    memory: dict[str, Solution] | None = None,
) -> list[Solution]:
    """The solutions, in the order of the problems. `solve` must be a function that workers can import.

    `memory` has the solutions of problems solved before, by their content; those of new ones are added.
    """
    if memory is None:
        return _solved(problems, solve, workers, progress)
    names = [problem.content() for problem in problems]
    new = {
        name: problem for name, problem in zip(names, problems, strict=True) if name not in memory
    }
    memory |= zip(new, _solved(list(new.values()), solve, workers, progress), strict=True)
    return [memory[name] for name in names]


def _solved(problems: list[Problem], solve, workers: int | None, progress) -> list[Solution]:
    workers = workers or os.cpu_count() or 1
    cells = sum(len(problem.values) for problem in problems)
    if workers == 1 or cells < FEW * len(problems[:8]) or len(problems) < 2:
        return [
            _told(solve(problem), number, problems, progress)
            for number, problem in enumerate(problems)
        ]
    # The largest first, so that no worker is left alone with one at the end.
    order = sorted(range(len(problems)), key=lambda number: -len(problems[number].values))
    found: dict[int, Solution] = {}
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        ordered = pool.map(solve, [problems[number] for number in order], chunksize=1)
        for number, solution in zip(order, ordered, strict=True):
            found[number] = _told(solution, len(found), problems, progress)
    return [found[number] for number in range(len(problems))]


def _told(solution: Solution, number: int, problems: list, progress) -> Solution:
    if progress:
        progress(f"protected {number + 1} of {len(problems)} linked tables")
    return solution
