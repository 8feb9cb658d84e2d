"""What the research tables tell of the cells: bounds that hold beside everything the results say."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from disclosure.attacking.cells import Cells
from disclosure.attacking.counts import days
from disclosure.attacking.keyed import cells_named


def with_research(
    cells: Cells, research: Sequence[pd.DataFrame], lower: np.ndarray, upper: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The bounds, narrowed. Each frame has set_id, jurisdiction, period_start, period_end, breakdown, category, lower, upper.

    A bound that contradicts what is published tells nothing.
    """
    lower, upper = lower.copy(), upper.copy()
    for facts in research:
        named = facts.assign(
            start=days(facts["period_start"]), end=days(facts["period_end"]), currency=""
        )
        cell = cells_named(cells, named)
        least, most = lower.copy(), upper.copy()
        here = cell >= 0
        np.maximum.at(least, cell[here], pd.to_numeric(facts["lower"]).to_numpy(float)[here])
        np.minimum.at(most, cell[here], pd.to_numeric(facts["upper"]).to_numpy(float)[here])
        fits = least <= most
        lower, upper = np.where(fits, least, lower), np.where(fits, most, upper)
    return lower, upper
