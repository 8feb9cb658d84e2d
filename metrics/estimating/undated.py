"""The share of units that belong to no year because a date is missing."""

from metrics.counts import Counts
from metrics.estimating.sums import share_left_out

COUNTED = {
    "share": ("whole", "unknown"),
    "count": ("counted",),
    "ratio": ("part", "whole", "unknown"),
    "time_to_event": ("units",),
    "money_funnel": ("claims", "unknown"),
    "completeness": ("people", "unknown"),
    "survey_score": ("whole", "unknown"),
    "survey_weighted": ("whole", "unknown"),
    "mix": ("whole",),
    "rate": ("units",),
}
"""Columns of a count table that together count the units of a row, where they are not these:"""
USUAL = ("units", "unknown")
IN_ROWS_WITHOUT_YEAR = {"stock_age": "units", "stock_to_flow": "whole", "stock_share": "whole"}
"""A unit is in stock at the end of several years, so these tables count all units once, beside the years."""


def undated_share(kind: str, without_year: Counts, with_year: Counts) -> float:
    """Units without a date over all units of one jurisdiction and category; 0 where there are none."""
    if kind in IN_ROWS_WITHOUT_YEAR:
        undated = without_year.total("unknown")
        dated = without_year.total(IN_ROWS_WITHOUT_YEAR[kind])
    else:
        undated, dated = (_units(kind, rows) for rows in (without_year, with_year))
    return share_left_out(undated, dated) or 0.0


def _units(kind: str, rows: Counts) -> float:
    counted = COUNTED.get(kind) or [name for name in USUAL if name in rows]
    return sum(rows.total(column) for column in counted)


def combined(share: float | None, another: float) -> float | None:
    """The share left out for one reason or another, as if the two were unrelated."""
    if share is None:
        return another or None
    return 1 - (1 - share) * (1 - another)
