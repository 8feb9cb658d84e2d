"""The one disclosure step: protect, look again with other eyes, and refuse what is still unsafe."""

import pandas as pd

from disclosure.block import BLOCK
from disclosure.check import check_protected, unsafe_rows
from disclosure.protect import protect, suppress
from disclosure.spans import as_parts

# What is given up together, from little to much, and whether totals are given up with it.
_LINKS = (([*BLOCK, "breakdown"], False), (BLOCK, False), (BLOCK, True))


def disclose(results: pd.DataFrame, kinds: dict[str, str]) -> pd.DataFrame:
    """Publishable results, or DisclosureError.

    Where the check still finds something, what is linked to it is given up step by step: the
    breakdown it stands in, all breakdowns of that metric, place and period, then the totals.
    What is left is checked once more.
    """
    protected = protect(results, kinds)
    doubtful = protected
    for linked in _LINKS:
        unsafe = unsafe_rows(doubtful, kinds)
        if not unsafe:
            return protected
        protected = suppress(protected, _linked_rows(protected, unsafe, linked, kinds))
        # Metrics are checked each alone: one that was safe and is left as it was stays safe.
        metrics = set(protected.loc[unsafe, "metric_id"])
        doubtful = protected[protected["metric_id"].isin(metrics)]
    check_protected(doubtful, kinds)
    return protected


def _linked_rows(
    results: pd.DataFrame, unsafe: list, linked: tuple[list[str], bool], kinds: dict[str, str]
) -> list:
    """Index labels of everything linked to the unsafe rows that has a number to lose."""
    columns, totals_too = linked
    parts = as_parts(results, kinds)
    keys = pd.MultiIndex.from_frame(parts[columns].astype(object).fillna(""))
    same = keys.isin(set(keys[results.index.get_indexer(unsafe)]))
    counted = results[["numerator", "denominator"]].notna().any(axis=1)
    detail = parts["breakdown"] != "total"
    return list(results.index[same & counted & (detail | totals_too)])
