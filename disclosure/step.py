"""The one disclosure step: protect, look again with other eyes, and refuse what is still unsafe."""

import pandas as pd

from disclosure.check import check_protected, unsafe_rows
from disclosure.protect import protect, suppress

_TABLE = [
    "metric_id",
    "scope",
    "source",
    "origin",
    "jurisdiction",
    "period_kind",
    "period_start",
    "period_end",
    "currency",
]


def disclose(results: pd.DataFrame, kinds: dict[str, str]) -> pd.DataFrame:
    """Publishable results, or DisclosureError.

    Where the check still finds something, the details of that metric, place and period are given
    up first, then its totals; what is left is checked once more.
    """
    protected = protect(results, kinds)
    for give_up_totals in (False, True):
        unsafe = unsafe_rows(protected, kinds)
        if not unsafe:
            break
        protected = suppress(protected, _linked_rows(protected, unsafe, give_up_totals))
    check_protected(protected, kinds)
    return protected


def _linked_rows(results: pd.DataFrame, unsafe: list, totals_too: bool) -> list:
    """Index labels of everything linked to the unsafe rows that has a number to lose."""
    keys = pd.MultiIndex.from_frame(results[_TABLE].astype(object).fillna(""))
    linked = keys.isin(set(keys[results.index.get_indexer(unsafe)]))
    counted = results[["numerator", "denominator"]].notna().any(axis=1)
    detail = results["breakdown"] != "total"
    return list(results.index[linked & counted & (detail | totals_too)])
