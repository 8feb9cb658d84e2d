"""Which lines have to be given up where published numbers contradict the relations assumed of them."""

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import eye, hstack

from disclosure.attacking.components import Batch
from disclosure.attacking.linear import NO_BOUND


def lines_to_give_up(batch: Batch, lower: np.ndarray, upper: np.ndarray) -> np.ndarray:
    """True for the lines of a batch that cannot all hold: the least sum of departures is in these."""
    lines = len(batch.right)
    stretched = hstack([batch.matrix, eye(lines), -eye(lines)]).tocsr()
    cost = np.concatenate([np.zeros(len(batch.cells)), np.ones(2 * lines)])
    held = np.column_stack([lower, np.minimum(upper, np.maximum(NO_BOUND, lower))])
    bounds = np.vstack([held, np.tile([0.0, NO_BOUND], (2 * lines, 1))])
    answer = linprog(cost, A_eq=stretched, b_eq=batch.right, bounds=bounds, method="highs")
    if answer.x is None:
        return np.ones(lines, dtype=bool)
    off = answer.x[len(batch.cells) :].reshape(2, lines).sum(axis=0)
    return off > 1e-6


def without_lines(batch: Batch, given_up: np.ndarray) -> Batch:
    """The same batch, fewer lines."""
    kept = ~given_up
    return Batch(
        batch.cells, batch.component, batch.matrix[kept].tocsr(), batch.right[kept], batch.size
    )
