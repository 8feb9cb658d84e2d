"""Coarsens what would let a reader multiply back to a small count: missing shares and narrow bounds."""

import pandas as pd

from disclosure.policy import threshold


def coarsen(results: pd.DataFrame, hidden: set[int], kinds: dict[str, str]) -> pd.DataFrame:
    """Results with rounded missing shares; emptied where the people missing, or unseen, are few."""
    coarse = results.copy()
    mine = results["source"].isin(threshold("protected_sources"))
    mine &= ~results.index.isin(hidden)
    share = pd.to_numeric(results["missing_share"])
    size = pd.to_numeric(results["denominator"]).fillna(pd.to_numeric(results["numerator"]))
    is_rate = results["metric_id"].map(kinds).isin(threshold("exposure_kinds"))
    size = size.mask(is_rate, pd.to_numeric(results["numerator"]))
    rounded = share.round(threshold("missing_share_decimals"))
    # A reader knows only those who were not missing, so both readings of the share are tried.
    missing = pd.concat([share * size, share * size / (1 - share).clip(lower=1e-9)], axis=1)
    few = ((missing > 0) & (missing < threshold("minimum_count"))).any(axis=1)
    coarse.loc[mine, "missing_share"] = rounded.mask(few)[mine]
    unseen = (pd.to_numeric(results["bound_upper"]) - pd.to_numeric(results["bound_lower"])) * size
    near = mine & (unseen > 0) & (unseen < threshold("minimum_count"))
    coarse.loc[near, ["bound_lower", "bound_upper"]] = None
    return coarse
