"""Unprotected controls: the same truth with small counts hidden and nothing else, so that attacks have something to bite."""

import numpy as np
import pandas as pd

MEASURES = ["numerator", "denominator"]
LEAST = 10


def small_counts_hidden(results: pd.DataFrame, true: pd.DataFrame) -> pd.DataFrame:
    """The results with every true count, but for those of 1 to 9 and facts of open court told as they are."""
    found = results.copy()
    is_open = results["public_fact"].eq(True).to_numpy()
    for name in MEASURES:
        value = pd.to_numeric(true[name]).to_numpy(float)
        small = (value > 0) & (value < LEAST) & ~is_open
        found[name] = np.where(small, np.nan, value)
        found.loc[small, "blank"] = "suppressed"
    # A zero is told: hidden, it would be taken for somebody.
    is_somebody = pd.to_numeric(true["numerator"]).gt(0).to_numpy()
    few_left = _left(true).between(1, LEAST - 1).to_numpy() & ~is_open & is_somebody
    found.loc[few_left, "numerator"] = np.nan
    found.loc[few_left, "blank"] = "suppressed"
    return found


def _left(true: pd.DataFrame) -> pd.Series:
    return pd.to_numeric(true["denominator"]) - pd.to_numeric(true["numerator"])
