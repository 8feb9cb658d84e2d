"""How far a reader must hold a hidden value possible to lie from the truth: one linear program at a time.

Everything is told in deviations from the true values: what is shown deviates by 0, a hidden cell by
at most `up` upwards and `down` downwards, and deviations obey the relations as the values do.
Each cell has two columns, its rise and its fall, so that no deviation at all is always a solution
to start from.
"""

from collections.abc import Sequence
from typing import NamedTuple

import highspy
import numpy as np
from scipy.sparse import csc_matrix, csr_matrix

from disclosure.protecting.greeting import let_it_greet

REACHED = 1e-6
"""By so much a room may be missed and count as reached."""
NEGLIGIBLE = 1e-9
"""A deviation below this is what rounding leaves of 0."""
PRIMAL, DUAL = 4, 1
"""HiGHS' numbers of the simplex methods: primal where only the objective changes, dual where a bound does."""


class Target(NamedTuple):
    """A cell's index, the direction (1 up, -1 down), and how far a reader must hold possible.

    `known` is the cell whose value this reader knows, being inside it; -1 for readers in general.
    """

    cell: int
    direction: int
    room: float
    known: int = -1


class Reach(NamedTuple):
    """How far the cell deviates at most, the deviations of all cells then, and each relation's price."""

    far: float
    deviation: np.ndarray
    prices: np.ndarray


def quiet_solver() -> highspy.Highs:
    """A solver that prints nothing and gives the same answer each time."""
    let_it_greet()
    solver = highspy.Highs()
    for name, value in {
        "output_flag": False, "threads": 1, "parallel": "off", "random_seed": 0,
    }.items():  # fmt: skip
        solver.setOptionValue(name, value)
    return solver


def entries_of(columns: csc_matrix, chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where the entries of the chosen columns stand in the matrix, and where each of these starts among them.

    The same for the rows of a csr_matrix. (Slicing a sparse matrix makes and checks another one,
    which takes longer than everything else that is done with a small one.)
    """
    first = columns.indptr[chosen]
    sizes = columns.indptr[chosen + 1] - first
    start = np.concatenate([[0], np.cumsum(sizes)])
    return np.repeat(first - start[:-1], sizes) + np.arange(start[-1]), start


def program(shape, columns, cost, lower, upper, row_lower, row_upper) -> highspy.HighsLp:
    """A linear program to be minimised, of its columns, their costs and bounds, and the bounds of rows.

    `shape` is its number of rows and of columns, `columns` its coefficients, their rows, and where each column starts.
    """
    made = highspy.HighsLp()
    made.num_row_, made.num_col_ = shape
    made.col_cost_, made.col_lower_, made.col_upper_ = cost, lower, upper
    made.row_lower_, made.row_upper_ = row_lower, row_upper
    made.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    made.a_matrix_.value_, made.a_matrix_.index_, made.a_matrix_.start_ = columns
    return made


class Reader:
    """The reader of one component's tables, who knows what is shown and asks about what is hidden.

    The program has only the cells that may deviate, and the relations they stand in.
    """

    def __init__(self, relations: csr_matrix, down: np.ndarray, up: np.ndarray):
        self.count = relations.shape[1]
        self._relations, self._by_cell = relations.sorted_indices(), relations.tocsc()
        rows = np.repeat(np.arange(relations.shape[0]), np.diff(relations.indptr))
        self._entries = rows * self.count + self._relations.indices
        sizes = np.abs(relations.data)
        self._spread = sizes.max(initial=1.0) / sizes.min(initial=1.0)
        self._down, self._up = down, up
        self._cells = np.zeros(0, dtype=int)
        self._place = np.full(self.count, -1)
        self.solver = quiet_solver()
        # Every question starts from what answered the last one, so there is nothing to presolve.
        self.solver.setOptionValue("presolve", "off")

    def allow(self, shares: np.ndarray, most: np.ndarray | None = None) -> None:
        """Let every cell deviate by this share of its limit, or of `most` where that is less."""
        cells = np.flatnonzero(shares > 0)
        if not np.array_equal(cells, self._cells):
            self._set_up(cells)
        down, up = self._down[cells], self._up[cells]
        if most is not None:
            down, up = np.minimum(down, most[cells]), np.minimum(up, most[cells])
        self._limit = np.concatenate([up, down])
        # What answered other questions before is a worse start than no deviation at all.
        self.solver.clearSolver()
        self._upper = self._limit * np.tile(shares[cells], 2)
        self.solver.changeColsBounds(len(self._all), self._all, self._lower, self._upper)

    def _set_up(self, cells: np.ndarray) -> None:
        """The program in which these cells may deviate, and nothing is asked yet."""
        self._cells = cells
        self._place[:] = -1
        self._place[cells] = np.arange(len(cells))
        entries, start = entries_of(self._by_cell, cells)
        coefficients = self._by_cell.data[entries]
        self._rows, row = np.unique(self._by_cell.indices[entries], return_inverse=True)
        start = np.concatenate([start[:-1], start + len(entries)])
        both = np.concatenate([coefficients, -coefficients]), np.tile(row, 2), start
        shape = len(self._rows), 2 * len(cells)
        nothing, flat = np.zeros(shape[1]), np.zeros(shape[0])
        self.solver.passModel(program(shape, both, nothing, nothing, nothing, flat, flat))
        self._all = np.arange(shape[1], dtype=np.int32)
        self._lower = nothing

    def hide(self, cell: int) -> None:
        """Let one cell, which was allowed to deviate before, do so up to its limit."""
        for side in self._both(cell):
            self._upper[side] = self._limit[side]
            self.solver.changeColBounds(side, 0.0, self._limit[side])

    def show(self, cell: int) -> None:
        """Let one cell not deviate."""
        for side in self._both(cell):
            self._upper[side] = 0.0
            self.solver.changeColBounds(side, 0.0, 0.0)

    def reach(self, target: Target) -> Reach:
        """How far the target's cell may deviate in its direction, its room at most."""
        ahead, back = self._sides(target)
        self._take_known(target)
        self.solver.changeColBounds(ahead, 0.0, min(self._upper[ahead], target.room))
        self.solver.changeColBounds(back, 0.0, 0.0)
        self.solver.changeColCost(ahead, -1.0)
        found = self._solved(PRIMAL)
        self.solver.changeColCost(ahead, 0.0)
        self._restore(target)
        deviation = self._deviation(found)
        prices = np.zeros(self._relations.shape[0])
        prices[self._rows] = found.row_dual
        return Reach(target.direction * deviation[target.cell], deviation, prices)

    def limits(self, targets: Sequence[Target]) -> dict[Target, int]:
        """Of the targets, those that a single relation keeps from their room, and that relation.

        This finds most of those that are not reached, so that their programs need not be solved.
        """
        if not targets or not len(self._entries):
            return {}
        cell, direction, room, known = (np.array(each) for each in zip(*targets, strict=True))
        entries, start = entries_of(self._by_cell, cell)
        target = np.repeat(np.arange(len(targets)), np.diff(start))
        relation, coefficient = self._by_cell.indices[entries], self._by_cell.data[entries]
        # The other cells of the relation must move its sum this way, to make up for the target's.
        way = -np.sign(coefficient) * direction[target]
        # More than the room of all changes nothing, and infinity could not be taken away again.
        deviations = self._most(room.max() * self._spread)
        gives = self._gives(self._relations.data, self._relations.indices, deviations)
        of_relation = np.add.reduceat(gives, self._relations.indptr[:-1], axis=1)
        side = (way < 0).astype(int)
        others = of_relation[side, relation]
        own = np.arange(len(entries))
        others -= self._gives(coefficient, cell[target], deviations)[side, own]
        insider = known[target]
        its = self._coefficients(relation, insider)
        others -= self._gives(its, insider, deviations)[side, own]
        far = others / np.abs(coefficient)
        is_short = far < room[target] - REACHED
        return {
            targets[at]: each
            for at, each in zip(target[is_short].tolist(), relation[is_short].tolist(), strict=True)
        }

    def prices_of(self, target: Target, relation: int) -> np.ndarray:
        """The prices, as of `reach`, by which one relation alone limits a target."""
        prices = np.zeros(self._relations.shape[0])
        coefficient = self._coefficients(np.array([relation]), np.array([target.cell]))[0]
        prices[relation] = -target.direction / coefficient
        return prices

    def _most(self, enough: float) -> np.ndarray:
        """How far each cell may rise and fall, up to what is enough."""
        most = np.zeros((2, self.count))
        most[:, self._cells] = np.minimum(self._upper.reshape(2, -1), enough)
        return most

    @staticmethod
    def _gives(coefficients: np.ndarray, cells: np.ndarray, most: np.ndarray) -> np.ndarray:
        """By how much these cells can raise and lower the sums in which they have these coefficients."""
        rise, fall = most[:, cells] * np.abs(coefficients)
        is_added = coefficients > 0
        return np.array([np.where(is_added, rise, fall), np.where(is_added, fall, rise)])

    def _coefficients(self, relations: np.ndarray, cells: np.ndarray) -> np.ndarray:
        """Coefficient of each cell in the relation beside it, 0 where it has none."""
        wanted = relations.astype(np.int64) * self.count + cells
        at = np.minimum(np.searchsorted(self._entries, wanted), len(self._entries) - 1)
        is_there = (self._entries[at] == wanted) & (cells >= 0)
        return np.where(is_there, self._relations.data[at], 0.0)

    def reach_together(self, targets: list[Target]) -> np.ndarray:
        """Deviations by which as much of these targets' room is reached at once as is possible."""
        sides = [self._sides(target) for target in targets]
        for target in targets:
            self._take_known(target)
        for (ahead, back), target in zip(sides, targets, strict=True):
            self.solver.changeColBounds(ahead, 0.0, min(self._upper[ahead], target.room))
            self.solver.changeColBounds(back, 0.0, 0.0)
            self.solver.changeColCost(ahead, -1.0)
        found = self._solved(PRIMAL)
        for (ahead, _), target in zip(sides, targets, strict=True):
            self.solver.changeColCost(ahead, 0.0)
            self._restore(target)
        return self._deviation(found)

    def price(self, weights: np.ndarray) -> None:
        """What a deviation of each cell by 1 costs, for `cheapest`."""
        self._weights = np.tile(weights[self._cells], 2)
        self.solver.changeColsCost(len(self._all), self._all, self._weights)

    def cheapest(self, targets: list[Target]) -> np.ndarray | None:
        """The cheapest deviations that give all these targets their room; None where there are none."""
        sides = [self._sides(target) for target in targets]
        least = [target.room - REACHED / 2 for target in targets]
        if any(self._upper[ahead] < room for (ahead, _), room in zip(sides, least, strict=True)):
            return None
        for target in targets:
            self._take_known(target)
        for (ahead, back), room in zip(sides, least, strict=True):
            self.solver.changeColBounds(ahead, room, self._upper[ahead])
            self.solver.changeColBounds(back, 0.0, 0.0)
        found = self._solved(DUAL)
        is_possible = self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        for target in targets:
            self._restore(target)
        return self._deviation(found) if is_possible else None

    def _solved(self, method: int):
        self.solver.setOptionValue("simplex_strategy", method)
        self.solver.run()
        return self.solver.getSolution()

    def _deviation(self, found) -> np.ndarray:
        sides = np.array(found.col_value)
        here = sides[: len(self._cells)] - sides[len(self._cells) :]
        here[np.abs(here) < NEGLIGIBLE] = 0.0
        deviation = np.zeros(self.count)
        deviation[self._cells] = here
        return deviation

    def _take_known(self, target: Target) -> None:
        if target.known >= 0:
            for side in self._both(target.known):
                self.solver.changeColBounds(side, 0.0, 0.0)

    def _restore(self, target: Target) -> None:
        cells = (target.cell,) if target.known < 0 else (target.cell, target.known)
        for cell in cells:
            for side in self._both(cell):
                self.solver.changeColBounds(side, 0.0, self._upper[side])

    def _both(self, cell: int) -> tuple[int, int]:
        """The columns of a cell's rise and its fall."""
        place = int(self._place[cell])
        return place, place + len(self._cells)

    def _sides(self, target: Target) -> tuple[int, int]:
        rise, fall = self._both(target.cell)
        return (rise, fall) if target.direction > 0 else (fall, rise)
