"""Periods that hang together: a block and its years are one tree, two years without a block are two."""

import pandas as pd


def trees(told: pd.DataFrame) -> pd.DataFrame:
    """The periods of rows told before, put together where they overlap: group, start, end, one tree a row."""
    spans = told[["group", "start", "end"]].drop_duplicates()
    spans = spans.sort_values(["group", "start", "end"], ignore_index=True)
    if spans.empty:
        return spans
    reached = spans.groupby("group")["end"].cummax()
    before = reached.groupby(spans["group"]).shift()
    number = (before.isna() | (spans["start"] > before)).cumsum().rename("tree")
    return spans.groupby(number).agg({"group": "first", "start": "min", "end": "max"})


def attached(facts: pd.DataFrame, periods: pd.DataFrame) -> pd.DataFrame:
    """Which rows stand in or around which tree: `row` (index label) and `tree`; a row may stand around several."""
    rows = facts[["group", "start", "end"]].assign(row=facts.index)
    both = rows.merge(periods.reset_index(), on="group", suffixes=("", "_tree"))
    overlaps = (both["start"] <= both["end_tree"]) & (both["start_tree"] <= both["end"])
    return both.loc[overlaps, ["row", "tree"]].reset_index(drop=True)
