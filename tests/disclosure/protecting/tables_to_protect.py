"""Small tables to protect, and a check of answers that shares nothing with the solver: plain linear programs."""

from itertools import combinations

import numpy as np
from hypothesis import strategies as st
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from disclosure.protecting.problem import Problem

MISSED = 1e-4


def problem_of(values, relations, **others) -> Problem:
    """A problem with a reader who knows nothing but that counts are not negative, unless told otherwise."""
    values = np.asarray(values, dtype=float)
    count = len(values)
    known = {
        "lower": np.zeros(count),
        "upper": np.full(count, np.inf),
        "cost": np.sqrt(values + 1),
        "primary": np.zeros(count, dtype=bool),
        "room_below": np.zeros(count),
        "room_above": np.zeros(count),
        "is_unpublished": np.zeros(count, dtype=bool),
    }
    return Problem(values=values, relations=csr_matrix(np.atleast_2d(relations)), **known | others)


def crossed(inner: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Cells and relations of a table of two dimensions with its margins."""
    rows, columns = inner.shape
    whole = np.zeros((rows + 1, columns + 1))
    whole[:rows, :columns] = inner
    whole[rows, :columns] = inner.sum(axis=0)
    whole[:, columns] = whole[:, :columns].sum(axis=1)
    number = np.arange(whole.size).reshape(whole.shape)
    relations = []
    for line in [*number, *number.T]:
        relation = np.zeros(whole.size)
        relation[line[:-1]], relation[line[-1]] = 1, -1
        relations.append(relation)
    return whole.ravel(), np.array(relations)


@st.composite
def problems(draw, most_cells: int = 20):
    """Crossed tables with small cells primary, some cells that must stay published, and an informed reader."""
    rows, columns = draw(st.sampled_from([(2, 2), (2, 3), (3, 3), (2, 4)]))
    if (rows + 1) * (columns + 1) > most_cells:
        rows, columns = 2, 2
    counts = st.sampled_from([0, 0, 1, 2, 3, 5, 8, 11, 12, 15, 20, 40])
    inner = np.array(draw(st.lists(counts, min_size=rows * columns, max_size=rows * columns)))
    values, relations = crossed(inner.reshape(rows, columns).astype(float))
    if draw(st.booleans()):
        # The first cell again as what is left of a whole that is shown: whole = cell + rest.
        rest, whole = 4.0, values[0] + 4.0
        values = np.concatenate([values, [rest, whole]])
        relations = np.pad(relations, ((0, 1), (0, 2)))
        relations[-1, [0, -2, -1]] = 1, 1, -1
        is_unpublished = np.arange(len(values)) == len(values) - 2
    else:
        is_unpublished = np.zeros(len(values), dtype=bool)
    zeros_told = draw(st.booleans())
    lower = np.where(values > 0, 1.0, 0.0) if zeros_told else np.zeros(len(values))
    upper = np.where((values == 0) & zeros_told, 0.0, draw(st.sampled_from([np.inf, 60.0])))
    upper = np.maximum(upper, values)
    primary = (values > 0) & (values < 10)
    must_show = (
        np.array(draw(st.lists(st.integers(0, 9), min_size=len(values), max_size=len(values)))) == 0
    )
    cost = np.where(
        must_show & ~primary | ((values == 0) & zeros_told), np.inf, np.sqrt(values + 1)
    )
    return problem_of(
        values, relations, lower=lower, upper=upper,
        cost=np.where(is_unpublished, 0.0, cost), primary=primary, is_unpublished=is_unpublished,
        room_below=np.where(primary, np.minimum(values - lower, 3), 0.0),
        room_above=np.where(primary, np.maximum(10 - values, 3), 0.0),
    )  # fmt: skip


def directions_missed(problem: Problem, hidden: np.ndarray) -> set[tuple[int, int]]:
    """Primaries, with the direction, whose room the reader can rule out once the other cells are shown."""
    bounds = [
        (low, None if np.isinf(high) else high) if is_hidden else (value, value)
        for value, low, high, is_hidden in zip(
            problem.values, problem.lower, problem.upper, hidden, strict=True
        )
    ]
    missed = set()
    for cell in np.flatnonzero(problem.primary):
        for direction, room in ((1, problem.room_above[cell]), (-1, problem.room_below[cell])):
            objective = np.zeros(len(problem.values))
            objective[cell] = -direction
            found = linprog(
                objective, A_eq=problem.relations, b_eq=np.zeros(problem.relations.shape[0]),
                bounds=bounds, method="highs",
            )  # fmt: skip
            if found.status == 3:  # without bound
                continue
            assert found.status == 0
            if -found.fun - direction * problem.values[cell] < room - MISSED:
                missed.add((int(cell), direction))
    return missed


def is_enough(problem: Problem, hidden: np.ndarray) -> bool:
    """Whether all is protected that hiding everything would protect."""
    everything = problem.primary | problem.is_unpublished | np.isfinite(problem.cost)
    return directions_missed(problem, hidden) <= directions_missed(problem, everything)


def cheapest_cost(problem: Problem, most: int = 7) -> float | None:
    """The least cost of all choices, by trying each; None where there are too many choices."""
    given = problem.primary | problem.is_unpublished
    free = np.flatnonzero(~given & np.isfinite(problem.cost))
    if len(free) > most:
        return None
    choices = [set_ for size in range(len(free) + 1) for set_ in combinations(free, size)]
    for chosen in sorted(choices, key=lambda each: problem.cost[list(each)].sum()):
        hidden = given.copy()
        hidden[list(chosen)] = True
        if is_enough(problem, hidden):
            return float(problem.cost[list(chosen)].sum())
    raise AssertionError("Hiding everything protects what hiding everything protects.")
