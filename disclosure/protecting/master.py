"""The choice of cells to hide as a program of its own: cheapest under the cuts found so far.

Variables are the cells that may be hidden but need not be, each between 0 and 1. Beside the cuts,
which the attacker's programs find, every relation has cuts of its own that are known beforehand: a
cell is not worth hiding where no other cell of one of its relations is hidden.
"""

from typing import NamedTuple

import highspy
import numpy as np
from scipy.sparse import csr_matrix

from disclosure.protecting.presolve import Component
from disclosure.protecting.subproblem import program, quiet_solver

VIOLATED = 1e-5
"""A condition missed by less counts as kept."""
SAME_COST = 1e-6
"""Costs that differ by less are the same."""


class Choice(NamedTuple):
    """Which cells to hide (None: there is no such choice), what every choice costs at least, and the nodes it took."""

    hidden: np.ndarray | None
    bound: float
    nodes: int


class Master:
    """Cheapest shares of hiding under the conditions so far; conditions are added, never taken away."""

    def __init__(self, component: Component):
        self.count = len(component.cells)
        self.free = np.flatnonzero(~component.is_given)
        self.cost = component.cost[self.free]
        self._place = np.full(self.count, -1, dtype=np.int32)
        self._place[self.free] = np.arange(len(self.free))
        self.rows: list[tuple[np.ndarray, np.ndarray, float]] = []
        self._seen: set[bytes] = set()
        self.solver = quiet_solver()
        shape = 0, len(self.free)
        zeros, ones, nothing = np.zeros(shape[1]), np.ones(shape[1]), np.zeros(0)
        empty = nothing, np.zeros(0, np.int32), np.zeros(shape[1] + 1, np.int32)
        self.solver.passModel(program(shape, empty, self.cost, zeros, ones, nothing, nothing))
        pattern = component.relations.copy()
        pattern.data = np.ones_like(pattern.data)
        # A relation with a cell that is hidden anyway asks nothing of its other cells.
        bare = pattern[pattern @ component.is_given.astype(float) == 0][:, self.free].tocsr()
        self._bare = bare[np.diff(bare.indptr) > 0]
        self.bound = 0.0

    def add(self, coefficients: np.ndarray) -> bool:
        """Ask that coefficients @ hidden >= 1; False where that is asked already."""
        cells = np.flatnonzero(coefficients)
        return self._add(self._place[cells], coefficients[cells], 1.0)

    def _add(self, places: np.ndarray, coefficients: np.ndarray, least: float) -> bool:
        key = places.tobytes() + np.round(coefficients, 7).tobytes()
        if key in self._seen:
            return False
        self._seen.add(key)
        self.rows.append((places, coefficients, least))
        self.solver.addRow(least, highspy.kHighsInf, len(places), places, coefficients)
        return True

    def _bridges(self, shares: np.ndarray) -> int:
        """Adds what the relations ask beforehand and these shares miss; how many there were."""
        if not self._bare.shape[0]:
            return 0
        start, index = self._bare.indptr, self._bare.indices
        most = np.maximum.reduceat(shares[index], start[:-1])
        missed = 0
        for row in np.flatnonzero(2 * most > self._bare @ shares + VIOLATED):
            places = index[start[row] : start[row + 1]]
            lonely = places[np.argmax(shares[places])]
            missed += self._add(places.copy(), np.where(places == lonely, -1.0, 1.0), 0.0)
        return missed

    def relaxed(self) -> np.ndarray:
        """The cheapest shares, of all cells of the component; given cells have 1."""
        while True:
            self.solver.run()
            found = self.solver.getSolution()
            shares = np.clip(np.array(found.col_value), 0.0, 1.0)
            self.bound = self.solver.getInfo().objective_function_value
            if not self._bridges(shares):
                self.reduced = np.array(found.col_dual)
                return self._spread(shares)

    def integral(self, best: float, nodes: int, seconds: float) -> "Choice":
        """The cheapest choice that costs less than `best`, if there is one; after `relaxed`.

        Cells whose reduced cost shows that no cheaper choice has them otherwise are fixed. The best
        choice known is not given to start from: HiGHS 1.16 leaves out what its presolve has fixed when
        it costs a start, and then takes that for the optimum.
        """
        gap = best - self.bound + VIOLATED
        lower = (self.reduced < -gap).astype(float)
        upper = (self.reduced <= gap).astype(float)
        least = np.array([least for _, _, least in self.rows])
        matrix = self._matrix().tocsc()
        columns = matrix.data, matrix.indices, matrix.indptr
        most = np.full(len(least), np.inf)
        model = program(matrix.shape, columns, self.cost, lower, upper, least, most)
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(self.free)
        solver = quiet_solver()
        for name, value in {
            "mip_rel_gap": 0.0, "mip_abs_gap": SAME_COST, "mip_max_nodes": nodes, "time_limit": seconds,
        }.items():  # fmt: skip
            solver.setOptionValue(name, value)
        solver.passModel(model)
        solver.run()
        info, status = solver.getInfo(), solver.getModelStatus()
        took = max(1, int(info.mip_node_count))
        if status == highspy.HighsModelStatus.kInfeasible:
            return Choice(None, best, took)
        if not np.isfinite(info.objective_function_value) or info.objective_function_value > 1e29:
            return Choice(None, max(self.bound, info.mip_dual_bound), took)
        values = np.array(solver.getSolution().col_value)
        return Choice(self._spread(values) > 0.5, max(self.bound, info.mip_dual_bound), took)

    def _matrix(self) -> csr_matrix:
        sizes = [len(places) for places, _, _ in self.rows]
        start = np.concatenate([[0], np.cumsum(sizes)])
        return csr_matrix(
            (
                np.concatenate([coefficients for _, coefficients, _ in self.rows] or [np.zeros(0)]),
                np.concatenate([places for places, _, _ in self.rows] or [np.zeros(0, np.int32)]),
                start,
            ),
            shape=(len(self.rows), len(self.free)),
        )

    def _spread(self, shares: np.ndarray) -> np.ndarray:
        spread = np.ones(self.count)
        spread[self.free] = shares
        return spread
