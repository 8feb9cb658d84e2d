"""Finds what anybody could read off, or subtract, without any arithmetic worth the name."""

import numpy as np
import pandas as pd

from disclosure.policy import threshold

COUNTS = ("numerator", "denominator")
SAME_PEOPLE = [
    "metric_id",
    "scope",
    "origin",
    "jurisdiction",
    "period_kind",
    "period_start",
    "period_end",
    "currency",
]
NUMBERS = (*COUNTS, "value", "lower", "upper", "bound_lower", "bound_upper", "missing_share")


def visible_problems(
    rows: pd.DataFrame, part_of_whole: pd.Series, people_above: pd.Series
) -> pd.Series:
    """True for every row that shows a small count, or shows a number although it is called suppressed.

    `rows` are published results about people; `part_of_whole` says of each whether the numerator
    belongs to the denominator, `people_above` whether only the numerator counts people.
    """
    least = threshold("minimum_count")
    above, below = (pd.to_numeric(rows[name]) for name in COUNTS)
    bad = _few(above, least) | _few(below, least) | (part_of_whole & _few(below - above, least))
    called = (rows["status"] == "suppressed") | (rows["blank"] == "suppressed")
    bad |= called & rows[list(NUMBERS)].notna().any(axis=1)
    bad |= (rows["status"] == "suppressed") != (rows["blank"] == "suppressed")
    share = pd.to_numeric(rows["missing_share"])
    size = below.mask(people_above).fillna(above)
    bad |= _few(share * size, least) | _few(share * size / (1 - share), least)
    return bad | _near_neighbours(rows, least)


def _few(counts: pd.Series, least: int) -> pd.Series:
    # Sums of money and of days leave a trace of rounding behind where nothing is left.
    return counts.round(6).between(0, least, inclusive="neither")


def _near_neighbours(rows: pd.DataFrame, least: int) -> pd.Series:
    """Rows a small step away from the next horizon or stage of the same people."""
    bad = pd.Series(False, index=rows.index)
    by_horizon = rows[rows["horizon_days"].notna()].sort_values("horizon_days")
    chains = [(by_horizon, [*SAME_PEOPLE, "breakdown", "category"])]
    staged = rows[rows["breakdown"].isin([*threshold("nested_breakdowns"), "total"])]
    with_stages = staged[staged["metric_id"].isin(_metrics_with_stages(rows))]
    chains.append((with_stages.sort_values("numerator"), [*SAME_PEOPLE, "horizon_days"]))
    for chain, keys in chains:
        for name in COUNTS:
            shown = chain[chain[name].notna()]
            step = shown.groupby(keys, dropna=False, sort=False)[name].diff().abs()
            bad.loc[step.index[np.asarray(_few(step, least))]] = True
    return bad


def _metrics_with_stages(rows: pd.DataFrame) -> set[str]:
    return set(rows.loc[rows["breakdown"].isin(threshold("nested_breakdowns")), "metric_id"])


def leaves_few_unclassified(rows: pd.DataFrame) -> set:
    """Index labels of breakdowns, fully shown, that leave a small count of people without a category."""
    keys = [*SAME_PEOPLE, "horizon_days"]
    totals = rows[rows["breakdown"] == "total"]
    parts = rows[~rows["breakdown"].isin(["total", *threshold("nested_breakdowns")])]
    unsafe: set = set()
    for name in COUNTS:
        together = parts.groupby([*keys, "breakdown"], dropna=False)[name]
        is_shown = together.transform("count") == together.transform("size")
        summed = parts[keys].assign(label=parts.index, sum=together.transform("sum"))[is_shown]
        # Missing key parts must meet their like, which a plain merge grants to None and NaN alike.
        both = summed.merge(totals[[*keys, name]], on=keys)
        unsafe |= set(both.loc[_few(both[name] - both["sum"], threshold("minimum_count")), "label"])
    return unsafe
