"""The lowest and highest whole number a cell can be: counts are whole, and that may leave less room than fractions do."""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from disclosure.attacking.components import Batch

LARGEST = 300
"""Cells of a component up to which whole numbers are tried."""
NODES = 2_000
CLOSE = 2
"""How much more room than needed a cell has to have, not to be asked for again in whole numbers."""


def whole_interval(
    batch: Batch, lower: np.ndarray, upper: np.ndarray, column: int, is_whole: np.ndarray
) -> tuple[float, float]:
    """Lowest and highest value of one cell when counts are whole; endless on a side not settled in time."""
    mine = batch.component == batch.component[column]
    rows = np.flatnonzero(np.diff(batch.matrix[:, mine].tocsr().indptr))
    matrix = batch.matrix[rows][:, mine]
    right = batch.right[rows]
    place = int(np.count_nonzero(mine[:column]))
    found = []
    for sign in (1.0, -1.0):
        goal = np.zeros(matrix.shape[1])
        goal[place] = sign
        answer = milp(
            goal,
            integrality=is_whole[mine].astype(int),
            bounds=Bounds(lower[mine], np.minimum(upper[mine], 1e6)),
            constraints=LinearConstraint(matrix, right, right),
            options={"node_limit": NODES},
        )
        # Not settled: then the reader is taken not to have found it either.
        found.append(sign * answer.fun if answer.status == 0 else -sign * np.inf)
    return found[0], found[1]
