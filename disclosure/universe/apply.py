"""Back from cells to rows: which counts are emptied."""

import numpy as np
import pandas as pd

from disclosure.universe.cells import Cells
from disclosure.universe.sets import MEASURES


def hidden_counts(cells: Cells, hidden: np.ndarray, index: pd.Index) -> pd.DataFrame:
    """Of every row, whether its numerator and its denominator are hidden.

    A cell is hidden in all rows that tell it, or in none. Counts outside the universe never are.
    """
    return pd.DataFrame(
        {
            measure: (cells.of_row[measure] >= 0) & hidden[cells.of_row[measure]]
            for measure in MEASURES
        },
        index=index,
    )


def rows_of(cells: Cells, chosen: np.ndarray, rest_of_row: np.ndarray) -> np.ndarray:
    """Of every row, whether its numerator, its denominator or those left over are one of the chosen cells."""
    found = np.zeros(len(rest_of_row), dtype=bool)
    for cell in (*cells.of_row.values(), rest_of_row):
        found |= (cell >= 0) & chosen[cell]
    return found
