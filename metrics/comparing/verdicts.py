"""What may be said about a gap: five words, and the rules behind each."""

import numpy as np
import pandas as pd
from scipy.special import erfc

FEWEST_UNITS, FEWEST_EVENTS = 30, 5
"""Units, and units that count as well as units that do not, that each group needs."""
LIST_LEVEL = 0.05
EXPLAINED_UP_TO = 0.5
"""A gap counts as explained only where case mix takes away at least half of it: an interval that merely grew wider explains nothing."""


def too_few(part: pd.Series, whole: pd.Series) -> pd.Series:
    """True where a group is too small to compare, or its counts are not published."""
    enough = (whole >= FEWEST_UNITS) & (part >= FEWEST_EVENTS) & (whole - part >= FEWEST_EVENTS)
    return ~enough.fillna(False)


def two_sided_p(part, whole, other_part, other_whole) -> np.ndarray:
    """The score test of equal shares (pooled variance; Fleiss, Levin & Paik 2003, chapter 3)."""
    pooled = (part + other_part) / (whole + other_whole)
    error = np.sqrt(pooled * (1 - pooled) * (1 / whole + 1 / other_whole))
    return erfc(np.abs(part / whole - other_part / other_whole) / error / np.sqrt(2))


def verdicts(rows: pd.DataFrame) -> np.ndarray:
    """A verdict for each row, from its `reason`, intervals and q value.

    A difference needs a q value up to 5 % within the declared family and an interval without zero.
    With the interval alone it is possible: among so many comparisons chance brings some like it. So
    it is where like could not be compared with like (`is_unadjusted`): the mix of cases may be all of it.
    """
    seems = without_zero(rows, "difference")
    differs = (rows["q_bh"] <= LIST_LEVEL) & seems
    if "is_unadjusted" in rows:
        differs &= ~rows["is_unadjusted"]
    # What is left of the gap in its own direction: beyond zero, nothing is.
    crude, adjusted = rows["difference"].abs(), rows["adjusted_difference"]
    adjusted = adjusted.where(rows["difference"] >= 0, -adjusted)
    explained = adjusted.notna() & ~without_zero(rows, "adjusted_difference")
    explained &= adjusted <= EXPLAINED_UP_TO * crude
    return np.select(
        [rows["reason"] != "", ~seems, ~differs, explained],
        ["cannot_tell", "no_difference_shown", "possible_difference", "difference_explained"],
        "difference",
    )


def without_zero(rows: pd.DataFrame, name: str) -> pd.Series:
    """True where the interval of that column lies on one side of zero."""
    return (rows[f"{name}_lower"] > 0) | (rows[f"{name}_upper"] < 0)
