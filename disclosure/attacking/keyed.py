"""Finds the cells of this release in tables that name them by words: earlier releases, research bounds."""

import numpy as np
import pandas as pd

from disclosure.attacking.cells import Cells
from disclosure.attacking.counts import KEY


def cells_named(cells: Cells, named: pd.DataFrame) -> np.ndarray:
    """The cell of each row with the columns of the KEY in words; -1 where this release has none."""
    codes = named[KEY].copy()
    for name, words in cells.names.items():
        position = pd.Series(np.arange(len(words)), index=words)
        codes[name] = named[name].map(position).fillna(-1).astype(int)
    return cells.find(codes)
