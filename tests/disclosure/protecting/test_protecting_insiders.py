"""Somebody counted in a hidden cell of one or two knows it, and must not learn another small one."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from scipy.optimize import linprog

from disclosure.protecting.solve import solve
from tests.disclosure.protecting.tables_to_protect import (
    MISSED,
    is_enough,
    problem_of,
    problems,
)

UNHURRIED = settings(deadline=None, max_examples=20, suppress_health_check=list(HealthCheck))
ROOM = 3.0


def with_insiders(problem):
    given_ = problem.primary | problem.is_unpublished
    return replace(
        problem,
        insiders=given_ & (problem.values > 0) & (problem.values <= 2),
        hidden_from_insiders=problem.primary,
        room_inside=ROOM,
    )


def width(problem, hidden, insider: int, cell: int) -> float:
    """How far apart the values of a cell lie that the insider of another holds possible, as far as is asked."""
    known = ~hidden
    known[insider] = True
    low = np.where(known, problem.values, problem.lower)
    high = np.where(known, problem.values, np.minimum(problem.upper, 1e4))
    ends = []
    for sign in (1.0, -1.0):
        goal = np.zeros(len(low))
        goal[cell] = sign
        found = linprog(
            goal, A_eq=problem.relations, b_eq=np.zeros(problem.relations.shape[0]),
            bounds=np.column_stack([low, high]), method="highs",
        )  # fmt: skip
        assert found.status == 0
        ends.append(sign * found.fun)
    return ends[1] - ends[0]


def check_insiders(problem, solution) -> set[int]:
    """Every small cell has room for every insider of another, where hiding everything would give it."""
    everything = problem.primary | problem.is_unpublished | np.isfinite(problem.cost)
    beyond_help = set()
    for insider, cell in product(
        np.flatnonzero(problem.insiders), np.flatnonzero(problem.hidden_from_insiders)
    ):
        if insider == cell:
            continue
        if width(problem, solution.hidden, insider, cell) < ROOM - MISSED:
            assert width(problem, everything, insider, cell) < ROOM - MISSED
            beyond_help.add(int(cell))
    return beyond_help


@UNHURRIED
@given(problems())
@pytest.mark.parametrize("limits", [{}, {"nodes": 0, "rounds": 0}], ids=["exact", "heuristic"])
def test_no_insider_learns_another_small_count(limits, problem):
    problem = with_insiders(problem)
    solution = solve(problem, **limits)
    assert is_enough(problem, solution.hidden)
    varying = check_insiders(problem, solution)
    # A cell that everybody can work out fails for all alike, and is told as failed.
    assert varying <= {*solution.told_inside, *solution.failed}


@UNHURRIED
@given(problems())
def test_insiders_cost_no_less(problem):
    assert solve(with_insiders(problem)).cost >= solve(problem).cost - 1e-6


def test_a_third_is_hidden_so_that_one_of_two_does_not_know_the_other():
    # 2 + 8 = 10 is open to everybody once the sum is hidden beside 40; whoever is of the two needs more.
    values, relations = [2.0, 8, 40, 30, 80], [[1, 1, 1, 1, -1]]
    primary = np.array([1, 1, 0, 0, 0], dtype=bool)
    problem = problem_of(
        values, relations, primary=primary, lower=np.minimum(values, 1.0),
        cost=np.where([0, 0, 0, 0, 1], np.inf, np.sqrt(np.array(values) + 1)),
        room_below=1.0 * primary, room_above=0.0 * primary,
    )  # fmt: skip
    assert solve(problem).method == "nothing"
    solution = solve(with_insiders(problem))
    assert solution.hidden.tolist() == [True, True, False, True, False]
    assert not len(solution.told_inside)


def test_what_lies_inside_the_two_is_beyond_help():
    # whole = part + rest with a whole of two: whoever is one of them knows the part to be two at most.
    problem = problem_of(
        [2.0, 1, 1, 50, 52], [[1, -1, -1, 0, 0], [1, 0, 0, 1, -1]],
        lower=np.array([1.0, 1, 0, 1, 1]), primary=np.array([1, 1, 0, 0, 0], dtype=bool),
        room_below=np.zeros(5), room_above=np.array([8.0, 9, 0, 0, 0]),
        is_unpublished=np.array([0, 0, 1, 0, 0], dtype=bool), cost=np.array([1.0, 1, 0, 7, np.inf]),
    )  # fmt: skip
    solution = solve(with_insiders(problem))
    assert solution.told_inside.tolist() == [1]
    assert solution.hidden.tolist() == [True, True, True, True, False]
