"""Which counts are unsafe by themselves, before anybody adds or subtracts."""

import numpy as np
import pandas as pd

from disclosure.dominance import dominated
from disclosure.policy import threshold

COUNTS = ["numerator", "denominator", "rest", "whole_row"]
ONE_SIDED = ("recurrent",)
"""Kinds whose contributors stand behind the numerator alone: persons who had an event."""


def primaries(
    rows: pd.DataFrame, kinds: dict[str, str], populations: dict[str, str] | None = None
) -> pd.DataFrame:
    """For every row, which of its counts must be hidden and protected whatever else is told.

    Columns `numerator`, `denominator`, `rest` (those below the line and not above it: never told,
    and sensitive all the same) and `whole_row` (everything in it, numerator and denominator alike,
    which are then not marked for that reason alone); all boolean, of the index of `rows`. `kinds`
    and `populations` map a metric to its kind and population. Never sensitive: facts of open court
    (`public_fact`), figures that somebody else published, and units that are not people.
    """
    least = least_count(rows, populations or {})
    above, below = (pd.to_numeric(rows[name]) for name in ("numerator", "denominator"))
    rest = (below - above).where(is_part_of_whole(rows, kinds))
    behind, unsettled = (_optional(rows, name) for name in ("contributors", "unsettled"))
    is_one_sided = rows["metric_id"].map(kinds).isin(ONE_SIDED)
    few_behind = is_few(behind, least)
    # That many may or may not have ended by the horizon: the value lies between, and tells.
    whole = is_few(unsettled, least) | (few_behind & ~is_one_sided)
    whole |= _is_sum_of_unknown(rows, above, below, behind) | dominated(rows)
    found = pd.DataFrame(
        {
            "numerator": is_few(above, least)
            | (few_behind & is_one_sided)
            | is_homogeneous(rows, kinds, above, below),
            "denominator": is_few(below, least),
            "rest": is_few(rest, least),
            "whole_row": whole,
        },
        index=rows.index,
    )
    return found.mul(is_protected(rows), axis=0).astype(bool)


def is_few(counts: pd.Series, least: pd.Series | float) -> pd.Series:
    """Between zero and the minimum. Sums of money and of days leave a trace of rounding where nothing is left."""
    size = counts.abs().round(6)
    return (size > 0) & (size < least)


def is_protected(rows: pd.DataFrame) -> pd.Series:
    """Rows that count people and are public neither by somebody else's doing nor by what a court said aloud."""
    ours = rows["source"].isin(threshold("protected_sources"))
    ours &= ~rows["unit_counted"].isin(threshold("units_not_people"))
    return ours & ~is_public(rows)


def is_public(rows: pd.DataFrame) -> pd.Series:
    """Rows that open court told; none where nobody has asked."""
    if "public_fact" not in rows:
        return pd.Series(False, index=rows.index)
    return rows["public_fact"].eq(True)


def is_part_of_whole(rows: pd.DataFrame, kinds: dict[str, str]) -> pd.Series:
    """Whether those above the line are among those below it; of a kind not known, where they could be."""
    kind = rows["metric_id"].map(kinds)
    above, below = (pd.to_numeric(rows[name]) for name in ("numerator", "denominator"))
    return (kind.isin(threshold("part_of_whole_kinds")) | kind.isna()) & (above <= below)


def is_homogeneous(
    rows: pd.DataFrame, kinds: dict[str, str], above: pd.Series, below: pd.Series
) -> pd.Series:
    """A small group of people of whom all, or next to all, share the outcome or lack it.

    A member of a mix is no group: it is a share of everybody.
    """
    is_group = ~rows["breakdown"].isin(threshold("homogeneity_never_within"))
    is_group &= ~rows["metric_id"].map(kinds).isin(threshold("mixed_kinds"))
    is_group &= is_part_of_whole(rows, kinds) & (below > 0)
    larger_side = above.where(above * 2 >= below, below - above)
    is_one_sided = (larger_side >= threshold("homogeneity_share") * below - 1e-9).astype(bool)
    return is_group & is_one_sided & (below < threshold("homogeneity_below"))


def _is_sum_of_unknown(
    rows: pd.DataFrame, above: pd.Series, below: pd.Series, behind: pd.Series
) -> pd.Series:
    """A sum of which nobody said how many people stand behind it."""
    is_sum = rows["unit_counted"].isin(threshold("sum_units"))
    return is_sum & (above.notna() | below.notna()) & behind.isna()


def least_count(rows: pd.DataFrame, populations: dict[str, str]) -> pd.Series:
    """The smallest count that may be told, row by row."""
    return pd.Series(thresholds(rows, "minimum_count", populations), index=rows.index)


def thresholds(rows: pd.DataFrame, name: str, populations: dict[str, str]) -> np.ndarray:
    """A threshold, row by row: profiles raise it for some places, metrics, populations and categories."""
    columns = ["jurisdiction", "metric_id", "category"]
    number = rows.groupby(columns, sort=False, dropna=False).ngroup().to_numpy()
    _, first = np.unique(number, return_index=True)
    values = [
        float(threshold(name, place, populations.get(metric), metric, category))
        for place, metric, category in rows.iloc[first][columns].itertuples(index=False, name=None)
    ]
    return np.array(values, dtype=float)[number]


def _optional(rows: pd.DataFrame, name: str) -> pd.Series:
    """A column that not every maker of results gives."""
    if name not in rows:
        return pd.Series(float("nan"), index=rows.index)
    return pd.to_numeric(rows[name])
