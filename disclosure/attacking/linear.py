"""The lowest and highest value of every cell that is asked for, by linear programming."""

import os
from collections.abc import Callable
from functools import cache
from threading import Lock

import highspy
import numpy as np

from disclosure.attacking.components import Batch

NO_BOUND = 1e7
"""Stands for "nothing known above": no count of people in a place and year is larger."""
TOLERANCE = 1e-6
CORNERS = 4
"""Random corners, and their opposites, that are looked at before any single cell is asked for."""

MOST_CORNERS = 60
WORTH_A_CORNER = 6
"""Cells of the largest component that a corner and its opposite must prove, or single cells are asked for."""

_FIRST = Lock()
"""Batches are solved in threads, and only one of them may be the first."""

Proven = Callable[[np.ndarray, np.ndarray], np.ndarray]


class CannotSolveError(Exception):
    """The published numbers contradict the relations assumed of them."""


class Programme:
    """One batch of components as a programme that is solved again and again with other goals."""

    def __init__(self, batch: Batch, lower: np.ndarray, upper: np.ndarray):
        self.batch = batch
        self.lower, self.upper = lower, np.minimum(upper, np.maximum(NO_BOUND, lower))
        self.solver = _solver(batch, self.lower, self.upper)
        self.columns = np.arange(len(batch.cells), dtype=np.int32)

    def highest(self, goal: np.ndarray) -> np.ndarray:
        """Values of all cells where the goal is highest. Raises CannotSolveError where nothing fits."""
        self.solver.changeColsCost(len(self.columns), self.columns, -goal)
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            # Starting afresh helps where the last corner was a bad place to start from.
            self.solver.clearSolver()
            self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise CannotSolveError
        return np.array(self.solver.getSolution().col_value)

    def fix(self, column: int, value: float | None) -> None:
        """Hold one cell at a value, or let it go again."""
        held = (value, value) if value is not None else (self.lower[column], self.upper[column])
        self.solver.changeColBounds(column, *held)


class Seen:
    """Lowest and highest value seen of each cell, and the same where the whole component was in whole numbers."""

    def __init__(self, batch: Batch, is_whole: np.ndarray | None):
        size = len(batch.cells)
        self.low, self.high = np.full(size, np.inf), np.full(size, -np.inf)
        self.whole_low, self.whole_high = self.low.copy(), self.high.copy()
        _, self.component = np.unique(batch.component, return_inverse=True)
        self.is_whole = is_whole

    def see(self, values: np.ndarray) -> None:
        np.minimum(self.low, values, out=self.low)
        np.maximum(self.high, values, out=self.high)
        if self.is_whole is not None:
            is_broken = self.is_whole & (np.abs(values - np.round(values)) > TOLERANCE)
            fits = np.bincount(self.component, is_broken)[self.component] == 0
            self.whole_low = np.where(fits, np.minimum(self.whole_low, values), self.whole_low)
            self.whole_high = np.where(fits, np.maximum(self.whole_high, values), self.whole_high)


def interval(
    programme: Programme,
    asked: np.ndarray,
    is_proven: Proven,
    is_whole: np.ndarray | None = None,
) -> Seen:
    """What is seen of each cell: its exact range for those asked for that are not proven safe.

    `is_proven` says of lowest and highest values seen whether they are enough; such a cell is not
    asked for again.
    """
    seen = Seen(programme.batch, is_whole)
    draw = np.random.default_rng(0)
    most = np.inf
    for turn in range(MOST_CORNERS):
        still = asked & ~is_proven(seen.low, seen.high)
        left = np.bincount(seen.component, still).max()
        if not left or (turn >= CORNERS and most - left < WORTH_A_CORNER):
            break
        most = left
        goal = draw.choice([-1.0, 1.0], len(asked)) * draw.uniform(0.5, 1.5, len(asked)) * still
        for sign in (1.0, -1.0):
            seen.see(programme.highest(sign * goal))
    for sign in (-1.0, 1.0):
        done = np.zeros(len(asked), dtype=bool)
        while True:
            still = asked & ~done & ~is_proven(seen.low, seen.high)
            chosen = _one_each(programme.batch, still)
            if not chosen.size:
                break
            done[chosen] = True
            goal = np.zeros(len(asked))
            goal[chosen] = sign
            seen.see(programme.highest(goal))
    return seen


def _one_each(batch: Batch, wanted: np.ndarray) -> np.ndarray:
    """The first wanted cell of every component."""
    places = np.flatnonzero(wanted)
    _, first = np.unique(batch.component[places], return_index=True)
    return places[first]


def _solver(batch: Batch, lower: np.ndarray, upper: np.ndarray) -> highspy.Highs:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(batch.cells), len(batch.right)
    model.col_cost_ = np.zeros(len(batch.cells))
    model.col_lower_, model.col_upper_ = lower, upper
    model.row_lower_ = model.row_upper_ = batch.right
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = batch.matrix.indptr.astype(np.int32)
    model.a_matrix_.index_ = batch.matrix.indices.astype(np.int32)
    model.a_matrix_.value_ = batch.matrix.data
    with _FIRST:
        _make_silently()
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("presolve", "off")
    solver.passModel(model)
    return solver


@cache
def _make_silently() -> None:
    """Make one solver with nobody listening: the first of a process prints before it takes an order."""
    output, sink = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, 1)
    try:
        highspy.Highs()
    finally:
        os.dup2(output, 1)
        os.close(output)
        os.close(sink)
