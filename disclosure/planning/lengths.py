"""How long the period of a result is, and at which level its category stands."""

import pandas as pd

YEAR, SHORT, BLOCK, DOUBLE, PART = "year", "short_block", "block", "double", "part"
LONGEST_YEAR = pd.Timedelta(days=365)
"""From the first to the last day of a leap year."""
LONGEST_BLOCK = pd.Timedelta(days=3 * 366)
A_WEEK = pd.Timedelta(days=7)
"""More than leap days make of a difference between blocks, less than a year."""


def lengths(rows: pd.DataFrame, is_detail_of_blocks: pd.Series) -> pd.Series:
    """For every row one of year, short_block, block, double and part.

    Taken from the column `span` where there is one; otherwise from the days of the period: detail
    that is told over blocks (`is_detail_of_blocks`) but covers a year stands in a short first block,
    and a jurisdiction with one period alone is told as a part of a year. A block of fewer years than
    the longest is short.
    """
    start, end = (pd.to_datetime(rows[name]) for name in ("period_start", "period_end"))
    days = end - start
    found = pd.Series(YEAR, index=rows.index, dtype=object)
    found[is_detail_of_blocks] = BLOCK
    found[days > LONGEST_YEAR] = BLOCK
    found[days > LONGEST_BLOCK] = DOUBLE
    periods = pd.DataFrame({"place": rows["jurisdiction"], "start": start, "end": end})
    count = periods.drop_duplicates()["place"].value_counts()
    found[rows["jurisdiction"].map(count) == 1] = PART
    if "span" in rows:
        found = rows["span"].astype(object).where(rows["span"].notna(), found)
    longest = days[found == BLOCK].max()
    return found.mask((found == BLOCK) & (days < longest - A_WEEK), SHORT)


def merged(rows: pd.DataFrame) -> pd.Series:
    """True where categories were put together."""
    if "merged" not in rows:
        return pd.Series(False, index=rows.index)
    return pd.to_numeric(rows["merged"]).fillna(0).eq(1)
