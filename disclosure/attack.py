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
    """Unknowns (all at least zero), equations and inequalities `sum <= limit` over them.

    Every unknown belongs to one group, and no relation reaches from one group into another.
    """

    group_of: list[int] = field(default_factory=list)
    equal: list[tuple[dict[int, float], float]] = field(default_factory=list)
    at_most: list[tuple[dict[int, float], float]] = field(default_factory=list)

    def unknown(self, group: int) -> int:
        self.group_of.append(group)
        return len(self.group_of) - 1


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
    solver = _Solver(programme, targets)
    draw = np.random.default_rng(0)
    # A few random corners show most targets to be wide enough, at the price of one solution each.
    for _ in range(6):
        still_narrow = ~(high - low >= enough - TOLERANCE)
        if still_narrow.any():
            weights = draw.choice([-1.0, 1.0], len(targets)) * still_narrow
            _widen(low, high, solver.point(weights))
    for sign in (1.0, -1.0):
        asked = np.zeros(len(targets), dtype=bool)
        while chosen := _one_a_group(targets, ~asked & ~(high - low >= enough - TOLERANCE)):
            weights = np.zeros(len(targets))
            weights[chosen] = sign
            asked[chosen] = True
            _widen(low, high, solver.point(weights))
    return np.column_stack([low, high])


def _one_a_group(targets: list[Target], open_ones: np.ndarray) -> list[int]:
    first = {}
    for number in np.flatnonzero(open_ones):
        first.setdefault(targets[number].group, int(number))
    return list(first.values())


def _widen(low: np.ndarray, high: np.ndarray, seen: np.ndarray) -> None:
    np.fmin(low, seen, out=low)
    np.fmax(high, seen, out=high)


class _Solver:
    """Solves for the groups that are asked about, and leaves the others alone."""

    def __init__(self, programme: Programme, targets: list[Target]):
        self.group_of = np.array(programme.group_of)
        width = len(self.group_of)
        self.targets = _matrix([target.terms for target in targets], width)
        self.constants = np.array([target.constant for target in targets])
        self.target_groups = np.array([target.group for target in targets])
        self.relations = {}
        for name, relations in (("eq", programme.equal), ("ub", programme.at_most)):
            groups = [programme.group_of[next(iter(terms))] for terms, _ in relations]
            limits = np.array([limit for _, limit in relations])
            matrix = _matrix([terms for terms, _ in relations], width)
            self.relations[name] = (matrix, limits, np.array(groups, dtype=int))

    def point(self, weights: np.ndarray) -> np.ndarray:
        """Every target's value at the optimum of the weighted sum; not a number in groups not asked."""
        asked = np.unique(self.target_groups[weights != 0])
        columns = np.isin(self.group_of, asked)
        parts = {}
        for name, (matrix, limits, groups) in self.relations.items():
            rows = np.isin(groups, asked)
            if rows.any():
                parts[f"A_{name}"] = matrix[rows][:, columns]
                parts[f"b_{name}"] = limits[rows]
        objective = -(self.targets.T @ weights)[columns]
        answer = linprog(objective, bounds=(0, NO_BOUND), method="highs", **parts)
        if answer.x is None:
            raise CannotSolveError
        everything = np.zeros(len(columns))
        everything[columns] = answer.x
        values = self.targets @ everything + self.constants
        return np.where(np.isin(self.target_groups, asked), values, np.nan)


def _matrix(rows: list[dict[int, float]], width: int) -> csr_matrix:
    place = [(number, unknown) for number, terms in enumerate(rows) for unknown in terms]
    factors = [factor for terms in rows for factor in terms.values()]
    down, across = zip(*place, strict=True) if place else ((), ())
    return csr_matrix((factors, (down, across)), shape=(len(rows), width))
