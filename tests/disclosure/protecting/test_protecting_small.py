"""What the solver of secondary suppression promises, on tables small enough to check by other means."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from disclosure.protecting.attacked import Attacked
from disclosure.protecting.presolve import take_apart
from disclosure.protecting.solve import solve
from tests.disclosure.protecting.tables_to_protect import (
    cheapest_cost,
    crossed,
    directions_missed,
    is_enough,
    problem_of,
    problems,
)

UNHURRIED = settings(deadline=None, max_examples=20, suppress_health_check=list(HealthCheck))


def secondary(problem, solution) -> np.ndarray:
    return np.flatnonzero(solution.hidden & ~problem.primary & ~problem.is_unpublished)


def protected(values, relations, primary: int, **others):
    """The problem in which one cell is primary, with room of 3 either way, and its solution."""
    is_primary = np.arange(len(values)) == primary
    room = np.where(is_primary, 3.0, 0.0)
    problem = problem_of(
        values, relations, primary=is_primary, room_below=room, room_above=room, **others
    )
    return problem, solve(problem)


def check_promises(problem, solution) -> None:
    """Protected, nothing useless, nothing hidden that must be shown, and the sums told are right."""
    given = problem.primary | problem.is_unpublished
    assert solution.hidden[given].all()
    assert np.isfinite(problem.cost[secondary(problem, solution)]).all()
    assert solution.cost == pytest.approx(problem.cost[secondary(problem, solution)].sum())
    everything = given | np.isfinite(problem.cost)
    assert {cell for cell, _ in directions_missed(problem, everything)} == set(solution.failed)
    assert is_enough(problem, solution.hidden)
    for cell in secondary(problem, solution):
        less = solution.hidden.copy()
        less[cell] = False
        assert not is_enough(problem, less)
    assert (solution.method == "nothing") == (not len(secondary(problem, solution)))


@UNHURRIED
@given(problems())
def test_every_primary_is_protected_and_nothing_is_hidden_without_need(problem):
    solution = solve(problem)
    assert solution.is_optimal
    check_promises(problem, solution)


@UNHURRIED
@given(problems())
def test_the_heuristic_keeps_the_same_promises(problem):
    exact, quick = solve(problem), solve(problem, nodes=0, rounds=0)
    check_promises(problem, quick)
    assert quick.cost >= exact.cost - 1e-6
    assert set(quick.failed) == set(exact.failed)


@pytest.mark.long
@UNHURRIED
@given(problems(most_cells=12))
def test_no_choice_is_cheaper(problem):
    least = cheapest_cost(problem)
    if least is not None:
        assert solve(problem).cost == pytest.approx(least, abs=1e-6)


@UNHURRIED
@given(problems(), st.data())
def test_a_single_relation_limits_only_what_is_missed_and_its_cut_refuses_no_protecting_choice(
    problem, data
):
    for component in take_apart(problem)[0]:
        attacked, chosen = Attacked(component), data.draw(st.randoms(use_true_random=False))
        free = np.flatnonzero(~component.is_given & np.isfinite(component.cost))
        choices = [
            component.is_given | np.isin(np.arange(len(component.cells)), each)
            for each in ([], free, *([c for c in free if chosen.random() < 0.5] for _ in range(4)))
        ]
        missed = [find_missed_targets(component, hidden) for hidden in choices]
        for hidden, missed_here in zip(choices, missed, strict=True):
            attacked.reader.allow(hidden.astype(float))
            for target, relation in attacked.reader.limits(component.targets).items():
                assert target in missed_here
                cut = attacked.cut(target, attacked.reader.prices_of(target, relation))
                assert cut is not None and cut @ hidden < 1
                for other, missed_there in zip(choices, missed, strict=True):
                    assert target in missed_there or cut @ other >= 1 - 1e-9


def find_missed_targets(component, hidden) -> list:
    """Targets whose room is not reached, each asked by a program of its own."""
    bounds = [
        (-low, high) if may else (0, 0)
        for low, high, may in zip(
            component.down, np.minimum(component.up, 1e6), hidden, strict=True
        )
    ]
    missed = []
    for target in component.targets:
        objective = np.zeros(len(hidden))
        objective[target.cell] = -target.direction
        found = linprog(
            objective, A_eq=component.relations, b_eq=np.zeros(component.relations.shape[0]),
            bounds=bounds, method="highs",
        )  # fmt: skip
        assert found.status == 0
        if -found.fun < target.room - 1e-6:
            missed.append(target)
    return missed


@UNHURRIED
@given(problems())
def test_the_same_problem_has_the_same_answer(problem):
    one, other = solve(problem), solve(problem)
    assert (one.hidden == other.hidden).all() and one.cost == other.cost


def test_a_rectangle_is_hidden_around_one_cell():
    values, relations = crossed(np.array([[5.0, 30, 20], [40, 12, 50], [60, 70, 80]]))
    problem, solution = protected(values, relations, 0)
    assert set(secondary(problem, solution)) == {1, 4, 5}
    assert solution.cost == pytest.approx(sum(np.sqrt([31, 41, 13])))
    assert solution.method == "exact" and solution.is_optimal


def test_without_primaries_nothing_is_hidden():
    values, relations = crossed(np.array([[15.0, 30], [40, 12]]))
    solution = solve(problem_of(values, relations))
    assert not solution.hidden.any() and solution.method == "nothing" and solution.is_optimal


def test_a_primary_without_relations_needs_no_company():
    _, solution = protected([5.0, 20, 20], [[0, 1, -1]], 0)
    assert solution.hidden.tolist() == [True, False, False] and solution.method == "nothing"


def test_what_is_never_published_hides_for_nothing():
    # whole = part + rest: the rest is not published, so the part alone must be hidden.
    problem, solution = protected(
        [5.0, 20, 25], [[1, 1, -1]], 0,
        is_unpublished=np.array([False, True, False]), cost=np.array([2.0, 0, 5]),
    )  # fmt: skip
    assert solution.method == "nothing" and solution.hidden.tolist() == [True, True, False]
    assert not directions_missed(problem, solution.hidden)


def test_what_is_never_published_may_be_primary():
    _, solution = protected(
        [20.0, 5, 25], [[1, 1, -1]], 1,
        is_unpublished=np.array([False, True, False]), cost=np.array([2.0, 0, 5]),
    )  # fmt: skip
    assert solution.hidden.tolist() == [True, True, False] and solution.cost == 2.0


def test_a_cell_that_must_stay_published_stays_published():
    problem, solution = protected(
        [5.0, 20, 30, 55], [[1, 1, 1, -1]], 0, cost=np.array([1, np.inf, 3, 9.0])
    )
    assert set(secondary(problem, solution)) == {2}


def test_a_primary_among_cells_that_must_stay_published_fails_and_the_others_are_protected():
    values, relations = [5.0, 20, 25, 6, 30, 36], [[1, 1, -1, 0, 0, 0], [0, 0, 0, 1, 1, -1]]
    primary = np.array([1, 0, 0, 1, 0, 0], dtype=bool)
    solution = solve(
        problem_of(
            values, relations, primary=primary, room_below=3.0 * primary, room_above=3.0 * primary,
            cost=np.array([1, np.inf, np.inf, 1, 4, 5.0]),
        )
    )  # fmt: skip
    assert solution.failed.tolist() == [0]
    assert solution.hidden.tolist() == [True, False, False, True, True, False]


def test_a_primary_of_which_too_much_is_known_fails_but_keeps_the_other_direction():
    problem, solution = protected([5.0, 20, 25], [[1, 1, -1]], 0, lower=np.array([4.0, 0, 0]))
    assert solution.failed.tolist() == [0]
    assert directions_missed(problem, solution.hidden) == {(0, -1)}


def test_too_narrow_a_companion_does_not_do():
    # The cheap neighbour is known to be 19 to 21: it gives no room of 3.
    _, solution = protected(
        [5.0, 20, 30, 55], [[1, 1, 1, -1]], 0,
        lower=np.array([0.0, 19, 0, 0]), upper=np.array([np.inf, 21, np.inf, np.inf]),
        cost=np.array([1, 1, 5, 9.0]),
    )  # fmt: skip
    assert solution.hidden.tolist() == [True, False, True, False]


def test_tables_without_a_common_cell_are_solved_as_if_alone():
    values, relations = crossed(np.array([[5.0, 30, 20], [40, 12, 50], [60, 70, 80]]))
    _, alone = protected(values, relations, 0)
    both = np.kron(np.eye(2), relations)
    is_primary = np.tile(np.arange(len(values)) == 0, 2)
    together = solve(
        problem_of(
            np.tile(values, 2), both, primary=is_primary,
            room_below=3.0 * is_primary, room_above=3.0 * is_primary,
        )
    )  # fmt: skip
    assert together.hidden.tolist() == [*alone.hidden, *alone.hidden]
    assert together.cost == pytest.approx(2 * alone.cost)


@pytest.mark.parametrize(
    "wrong",
    [
        {"cost": np.array([1.0, 1])},
        {"lower": np.array([9.0, 0, 0])},
        {"cost": np.array([1.0, np.nan, 1])},
        {"values": np.array([5.0, 20, 26])},
    ],
)
def test_a_contradictory_problem_is_refused(wrong):
    values = wrong.pop("values", [5.0, 20, 25])
    with pytest.raises(ValueError):
        problem_of(values, [[1.0, 1, -1]], **wrong)


def test_a_choice_that_leaves_cells_fixed_is_still_the_cheapest():
    """Here the program that chooses has a cell fixed before it starts, which once upset its bound."""
    values, relations = crossed(np.array([[8.0, 11, 0, 2], [15, 3, 3, 15]]))
    primary = np.isin(np.arange(15), [0, 3, 6, 7, 12])
    cost = np.sqrt(values + 1)
    cost[2] = np.inf
    problem = problem_of(
        values, relations, primary=primary, cost=cost,
        room_below=np.where(primary, np.minimum(values, 3), 0),
        room_above=np.where(primary, 10 - values, 0),
    )  # fmt: skip
    solution = solve(problem)
    assert solution.is_optimal
    assert solution.cost == pytest.approx(cheapest_cost(problem, most=9))
