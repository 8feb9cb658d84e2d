"""What a careful reader could work out: bounds of every hidden count, by linear programming.

Written from the reader's side, on published numbers alone, and sharing no function with the
protector. All groups of linked numbers stand in one programme; as they share no unknown, one
optimum of a sum over groups is an optimum in each of them.
"""

from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

# No count of people in a place and year is larger; it stands for "no upper bound known".
NO_BOUND = 1e7
TOLERANCE = 1e-6


@dataclass
class Programme:
    """Unknowns (all at least zero), equations and inequalities `sum <= limit` over them."""

    unknowns: int = 0
    equal: list[tuple[dict[int, float], float]] = field(default_factory=list)
    at_most: list[tuple[dict[int, float], float]] = field(default_factory=list)

    def unknown(self) -> int:
        self.unknowns += 1
        return self.unknowns - 1


@dataclass(frozen=True)
class Target:
    """A hidden count: a sum of unknowns plus a constant, in the group it belongs to."""

    group: int
    terms: dict[int, float]
    constant: float = 0.0


class CannotSolveError(Exception):
    """The published numbers contradict the relations assumed of them."""


def bounds(programme: Programme, targets: list[Target], enough: float) -> np.ndarray:
    """Lowest and highest possible value of every target, one row a target.

    A target known to range over `enough` or more is not narrowed down further, so its row may be
    an inner bound. Raises CannotSolveError when the relations contradict one another.
    """
    low = np.full(len(targets), np.inf)
    high = np.full(len(targets), -np.inf)
    if not targets:
        return np.column_stack([low, high])
    solve = _solver(programme)
    values = _evaluator(programme, targets)
    draw = np.random.default_rng(0)
    # A few random corners show most targets to be wide enough, at the price of one solution each.
    for _ in range(6):
        weights = draw.choice([-1.0, 1.0], len(targets))
        _widen(low, high, values(solve(_objective(programme, targets, weights))))
    for sign in (1.0, -1.0):
        asked = np.zeros(len(targets), dtype=bool)
        while True:
            weights = np.zeros(len(targets))
            for number in _one_a_group(targets, ~asked & (high - low < enough - TOLERANCE)):
                weights[number] = sign
                asked[number] = True
            if not weights.any():
                break
            _widen(low, high, values(solve(_objective(programme, targets, weights))))
    return np.column_stack([low, high])


def _one_a_group(targets: list[Target], open_ones: np.ndarray) -> list[int]:
    first = {}
    for number in np.flatnonzero(open_ones):
        first.setdefault(targets[number].group, int(number))
    return list(first.values())


def _widen(low: np.ndarray, high: np.ndarray, seen: np.ndarray) -> None:
    np.minimum(low, seen, out=low)
    np.maximum(high, seen, out=high)


def _objective(programme: Programme, targets: list[Target], weights: np.ndarray) -> np.ndarray:
    objective = np.zeros(programme.unknowns)
    for number in np.flatnonzero(weights):
        for unknown, factor in targets[number].terms.items():
            objective[unknown] -= weights[number] * factor
    return objective


def _evaluator(programme: Programme, targets: list[Target]):
    matrix = _matrix([target.terms for target in targets], programme.unknowns)
    constants = np.array([target.constant for target in targets])
    return lambda point: matrix @ point + constants


def _solver(programme: Programme):
    parts = {}
    for name, relations in (("eq", programme.equal), ("ub", programme.at_most)):
        if relations:
            parts[f"A_{name}"] = _matrix([terms for terms, _ in relations], programme.unknowns)
            parts[f"b_{name}"] = [limit for _, limit in relations]

    def solve(objective: np.ndarray) -> np.ndarray:
        answer = linprog(objective, bounds=(0, NO_BOUND), method="highs", **parts)
        if answer.x is None:
            raise CannotSolveError
        return answer.x

    return solve


def _matrix(rows: list[dict[int, float]], width: int) -> csr_matrix:
    place = [(number, unknown) for number, terms in enumerate(rows) for unknown in terms]
    factors = [factor for terms in rows for factor in terms.values()]
    down, across = zip(*place, strict=True) if place else ((), ())
    return csr_matrix((factors, (down, across)), shape=(len(rows), width))
