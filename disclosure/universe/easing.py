"""Asks for no more room than there is: some counts cannot be much smaller, whatever is hidden."""

from dataclasses import replace

import numpy as np
from scipy.optimize import linprog

from disclosure.protecting.problem import Problem
from disclosure.universe.rooms import rooms


def eased(problem: Problem, failed: np.ndarray, least: np.ndarray, width) -> Problem:
    """The same problem, with the room below the failed cells cut to what hiding everything would leave.

    What is left of a whole beside one of its parts is at least as much as the other parts that are
    known not to be nothing. The room above grows instead, so that a reader is left as unsure.
    """
    lower = problem.lower.copy()
    for cell in failed:
        lower[cell] = max(lower[cell], _lowest(problem, cell))
    below, above = rooms(problem.values, np.minimum(lower, problem.values), least, width)
    chosen = np.zeros(len(lower), dtype=bool)
    chosen[failed] = True
    return replace(
        problem,
        room_below=np.where(chosen, below, problem.room_below),
        room_above=np.where(chosen, above, problem.room_above),
    )


def _lowest(problem: Problem, cell: int) -> float:
    """The smallest value of a cell that a reader could believe who sees only what must be shown."""
    is_shown = np.isinf(problem.cost)
    low = np.where(is_shown, problem.values, problem.lower)
    high = np.where(is_shown, problem.values, problem.upper)
    goal = np.zeros(len(low))
    goal[cell] = 1.0
    relations = problem.relations
    answer = linprog(
        goal,
        A_eq=relations if relations.shape[0] else None,
        b_eq=np.zeros(relations.shape[0]) if relations.shape[0] else None,
        bounds=np.column_stack([low, high]),
        method="highs",
    )
    # Where the solver gives no answer nothing is eased, and the cell stays failed.
    return float(answer.fun) if answer.status == 0 else float(problem.lower[cell])
