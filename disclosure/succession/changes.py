"""How far every count has moved since the release before, and how far it must move to be told again."""

import numpy as np
import pandas as pd

from disclosure.policy import threshold
from disclosure.primary import is_part_of_whole, is_protected
from disclosure.succession.matching import matched, named, previous_values
from disclosure.succession.parts import few_beside_parts
from metrics.result import KEY

COUNTS = ("numerator", "denominator")
SUM_ABOVE = ("mean", "amount")
"""Kinds whose numerator is a sum over units."""
NOBODY_BELOW = ("rate",)
"""Kinds below whose line stand residents or days."""
SUM_BELOW = ("recurrent",)


def changes(rows: pd.DataFrame, previous: pd.DataFrame, kinds: dict[str, str]) -> pd.DataFrame:
    """For every row and count (`numerator`, `denominator`): `<count>_before`, `_change`, `_few`, `_people`; and what it is compared with.

    `_change` is the size of the difference, empty where one of the two was not told; `_few` says
    that the difference may not be told; `_people` that units are counted, not summed. `label` is the previous row; `is_grown`, `is_same_meaning`
    (definition unchanged) and `was_suppressed` tell about it; `is_recut` is a category of a table that
    was told for the same period in other categories, of which it may be the sum.
    """
    found = matched(rows, previous)
    labels = found["label"]
    kind = rows["metric_id"].map(kinds)
    is_money = rows["unit_counted"].eq("money") | kind.eq("amount")
    people = is_protected(rows)
    now = {}
    for name in COUNTS:
        old = pd.to_numeric(previous_values(previous, labels, name))
        new = _as_told(pd.to_numeric(rows[name]), is_money)
        now[name] = new
        found[f"{name}_before"] = old
        found[f"{name}_change"] = (new - _as_told(old, is_money)).abs().round(6)
    least = _least_changes(rows, kind)
    for name in COUNTS:
        change = found[f"{name}_change"]
        found[f"{name}_few"] = people & (change > 0) & (change < least[name])
        found[f"{name}_people"] = people & least[name].eq(threshold("revision_minimum"))
    means = people & kind.eq("mean") & found["numerator_change"].gt(0)
    few_moved = ~(found["denominator_change"] >= threshold("revision_minimum"))
    found["numerator_few"] |= means & few_moved
    rest = now["denominator"] - now["numerator"]
    rest_before = found["denominator_before"] - found["numerator_before"]
    moved = (rest - rest_before).abs().round(6)
    is_part = is_part_of_whole(rows, kinds) & ~rows["unit_counted"].isin(threshold("sum_units"))
    few_left = (moved > 0) & (moved < threshold("revision_minimum"))
    found["numerator_few"] |= people & is_part & few_left
    beside = few_beside_parts(rows, previous)
    found["numerator_few"] |= found["numerator_people"] & beside["numerator"]
    found["denominator_few"] |= found["denominator_people"] & beside["denominator"]
    found["numerator_few"] |= people & is_part & beside["rest"]
    found["is_recut"] = people & labels.isna() & _was_told_otherwise(rows, previous)
    for name in COUNTS:
        found[f"{name}_few"] |= found["is_recut"] & rows[name].notna()
    hashes = previous_values(previous, labels, "definition_hash")
    found["is_same_meaning"] = labels.notna() & hashes.eq(rows["definition_hash"])
    found["was_suppressed"] = previous_values(previous, labels, "blank").eq("suppressed")
    found["counts_people"] = people
    return found


def _was_told_otherwise(rows: pd.DataFrame, previous: pd.DataFrame) -> pd.Series:
    table = [name for name in KEY if name != "category"]
    told = previous[previous[list(COUNTS)].notna().any(axis=1)]
    before = pd.MultiIndex.from_frame(named(told)[table].drop_duplicates())
    now = pd.MultiIndex.from_frame(named(rows)[table])
    return pd.Series(now.isin(before), index=rows.index)


def _least_changes(rows: pd.DataFrame, kind: pd.Series) -> dict[str, pd.Series]:
    """The smallest change of each count that may be told; zero where any may."""
    minimum = threshold("revision_minimum")
    is_sum = rows["unit_counted"].isin(threshold("sum_units"))
    largest = pd.Series(np.inf, index=rows.index)
    if "largest" in rows:
        largest = pd.to_numeric(rows["largest"]).fillna(np.inf)
    above = pd.Series(float(minimum), index=rows.index)
    above = above.mask(is_sum | kind.eq("amount"), minimum * largest)
    # A mean is asked about the people below its line.
    above = above.mask(kind.eq("mean"), 0.0)
    below = pd.Series(float(minimum), index=rows.index)
    below = below.mask(is_sum, minimum * largest).mask(kind.isin(SUM_BELOW), np.inf)
    return {"numerator": above, "denominator": below.mask(kind.isin(NOBODY_BELOW), 0.0)}


def _as_told(values: pd.Series, is_money: pd.Series) -> pd.Series:
    """Money to as many figures as it is published with; everything else as it is."""
    figures = threshold("money_figures")
    size = values.abs().where(values.ne(0))
    unit = 10.0 ** (np.floor(np.log10(size)) - figures + 1)
    return values.mask(is_money & size.notna(), (values / unit).round() * unit)
