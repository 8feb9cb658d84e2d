"""Moves the numbers of single years into the block of years that is their sum: a year is one more detail of it.

Otherwise a hidden year could be had from the block by taking the other years away.
"""

import pandas as pd

SERIES = [
    "metric_id",
    "scope",
    "source",
    "origin",
    "jurisdiction",
    "period_kind",
    "currency",
]
SPAN = ["period_start", "period_end"]
COUNTS = ("numerator", "denominator", "contributors")
YEAR = "year"
OF_YEAR = " in "
"""Stands between the column of a mix and the year it was made up in."""
LONGEST_YEAR = pd.Timedelta(days=365)
"""From the first to the last day of a leap year."""


def placed_in_blocks(rows: pd.DataFrame, kinds: dict[str, str]) -> pd.DataFrame:
    """The same rows: those of a year that is part of a block, with the block's period and their year as breakdown.

    A block without any count (its last year is not over, or one was skipped) is no sum of anything,
    so its years stand alone.
    """
    starts, ends = (pd.to_datetime(rows[name]) for name in SPAN)
    is_block = ends - starts > LONGEST_YEAR
    has_count = rows[[name for name in COUNTS if name in rows]].notna().any(axis=1)
    series = rows.groupby(SERIES, dropna=False).ngroup()
    whole = pd.DataFrame({"series": series, "first": starts, "last": ends})
    whole = whole[is_block & has_count].drop_duplicates()
    is_mix = rows["metric_id"].map(kinds).eq("mix")
    single = ~is_block & (rows["breakdown"].eq("total") | is_mix)
    years = pd.DataFrame({"label": rows.index, "series": series, "start": starts, "end": ends})
    both = years[single].merge(whole, on="series")
    both = both[(both["first"] <= both["start"]) & (both["end"] <= both["last"])]
    placed = rows.copy()
    placed[SPAN[0]], placed[SPAN[1]] = starts, ends
    label = both["label"]
    placed.loc[label, SPAN[0]] = both["first"].to_numpy()
    placed.loc[label, SPAN[1]] = both["last"].to_numpy()
    year = both["start"].dt.year.astype(str).to_numpy()
    mix = is_mix[label].to_numpy()
    named = placed.loc[label, "breakdown"].to_numpy() + OF_YEAR + year
    placed.loc[label, "breakdown"] = [n if m else YEAR for n, m in zip(named, mix, strict=True)]
    placed.loc[label[~mix], "category"] = year[~mix]
    return placed
