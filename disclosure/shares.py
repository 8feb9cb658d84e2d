"""Coarsens what would let a reader multiply back to a small count: missing shares and bounds.

How many lack a fact, and how many could not be seen, are counts that stand in no table; a share of
them with many digits would tell them all the same.
"""

import numpy as np
import pandas as pd

from disclosure.policy import threshold
from disclosure.primary import is_few, is_protected

SHARES_AT_MOST = 1 + 1e-9
MOST_OF_A_GROUP = 0.5
"""Of a step larger than this nothing is left to tell but all or none."""


def coarsen_shares(results: pd.DataFrame, kinds: dict[str, str]) -> pd.DataFrame:
    """Results with rounded missing shares and bounds; emptied where the people missing, or unseen, are few.

    Rows that hide a count must have been emptied before. Bounds of shares move outwards, but one
    that is the share of the two counts beside it stays; bounds in days are left alone.
    """
    coarse = results.copy()
    mine = is_protected(results)
    above, below = (pd.to_numeric(results[name]) for name in ("numerator", "denominator"))
    size = below.fillna(above)
    is_rate = results["metric_id"].map(kinds).isin(threshold("exposure_kinds"))
    size = size.mask(is_rate, above)
    step = share_step(size)
    coarse.loc[mine, "missing_share"] = _missing(results, size, step)[mine]
    lower, upper = (pd.to_numeric(results[name]) for name in ("bound_lower", "bound_upper"))
    near = mine & is_few((upper - lower) * size, threshold("minimum_count"))
    coarse.loc[near, ["bound_lower", "bound_upper"]] = None
    known = above / below.where(below > 0)
    is_share = mine & ~near & lower.notna() & (upper <= SHARES_AT_MOST)
    for name, bound, outward in (
        ("bound_lower", lower, np.floor),
        ("bound_upper", upper, np.ceil),
    ):
        moved = (outward((bound / step).round(9)) * step).round(9).clip(0, 1)
        changed = is_share & ~((bound - known).abs() < 1e-9)
        coarse.loc[changed, name] = moved[changed]
    return coarse


def share_step(size: pd.Series) -> pd.Series:
    """For a group of each size, the finest step of shares that holds the minimum of people; the coarsest where none does."""
    steps = np.array(threshold("share_steps"))
    finest = threshold("minimum_count") / size.where(size > 0)
    place = np.searchsorted(steps, finest.fillna(np.inf).to_numpy() - 1e-12)
    return pd.Series(steps[place.clip(max=len(steps) - 1)], index=size.index)


def _missing(results: pd.DataFrame, size: pd.Series, step: pd.Series) -> pd.Series:
    share = pd.to_numeric(results["missing_share"])
    # What is missing at all is one step at least, so that it never reads as nothing.
    rounded = ((share / step).round().clip(lower=1) * step).round(9).where(share > 0, share)
    # A reader knows only those who were not missing, so both readings of the share are tried.
    missing = pd.concat([share * size, share * size / (1 - share).clip(lower=1e-9)], axis=1)
    few = missing.apply(is_few, least=threshold("minimum_count")).any(axis=1)
    is_coarse = step > MOST_OF_A_GROUP
    return rounded.mask(few | (is_coarse & (share > 0)))
