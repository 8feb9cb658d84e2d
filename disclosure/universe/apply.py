"""Back from cells to rows: which counts are emptied."""

import numpy as np
import pandas as pd

from disclosure.universe.cells import Cells
from disclosure.universe.sets import MEASURES


def hidden_counts(cells: Cells, hidden: np.ndarray, index: pd.Index) -> pd.DataFrame:
    """Of every row, whether its numerator and its denominator are hidden.

    A cell is hidden in all rows that tell it, or in none. Counts outside the universe never are.
    """
    # The last entry answers for counts outside, of which the cell is -1.
    of_cell = np.append(hidden, False)
    return pd.DataFrame(
        {measure: of_cell[cells.of_row[measure]] for measure in MEASURES}, index=index
    )


def rows_of(cells: Cells, chosen: np.ndarray, rest_of_row: np.ndarray) -> np.ndarray:
    """Of every row, whether its numerator, its denominator or those left over are one of the chosen cells."""
    of_cell = np.append(chosen, False)
    found = [of_cell[cell] for cell in (*cells.of_row.values(), rest_of_row)]
    return np.logical_or.reduce(found)
