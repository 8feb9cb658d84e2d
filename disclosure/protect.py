"""Takes from undisclosed results every number that points to fewer than ten people, directly or by subtraction."""

import pandas as pd

from disclosure.block import blocks
from disclosure.complementary import close_tables
from disclosure.entrants import close_entrants
from disclosure.mixed import close_mix
from disclosure.nested import close_horizons, close_stages
from disclosure.primary import hide_small_counts
from disclosure.shares import coarsen
from metrics.result import RESULT_COLUMNS

RULES = (close_stages, close_horizons, close_tables, close_entrants, close_mix)

EMPTIED = (
    "numerator",
    "denominator",
    "value",
    "lower",
    "upper",
    "interval_method",
    "bound_lower",
    "bound_upper",
    "missing_share",
)


def protect(results: pd.DataFrame, kinds: dict[str, str] | None = None) -> pd.DataFrame:
    """Publishable results: the same rows in the same order, the unsafe ones emptied and called suppressed.

    `results` has the result columns and, optionally, `contributors`: the people or claims behind a
    row whose numerator and denominator are sums (money, days followed); it is not passed on.
    `kinds` maps a metric to its kind; a metric of unknown kind is treated with the most care.
    """
    results = results.reset_index(drop=True)
    hidden = []
    for block in blocks(results, kinds or {}):
        hide_small_counts(block)
        # Hiding only ever grows, so this ends; each rule may open what another had closed.
        while any([close(block) for close in RULES]):
            pass
        hidden += [row.index for row in block.rows if row.hidden]
    protected = coarsen(results[list(RESULT_COLUMNS)], set(hidden), kinds or {})
    return suppress(protected, hidden)


def suppress(results: pd.DataFrame, hidden: list[int]) -> pd.DataFrame:
    """The results with every number of the rows of these index labels taken out."""
    protected = results.copy()
    protected.loc[hidden, list(EMPTIED)] = None
    protected.loc[hidden, ["status", "blank"]] = "suppressed"
    return protected
