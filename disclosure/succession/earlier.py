"""Puts the earlier version of held rows in the place of the new one."""

from typing import NamedTuple

import pandas as pd

from disclosure.succession.changes import COUNTS
from disclosure.succession.matching import named
from metrics.result import KEY, RESULT_COLUMNS

STAYS = (*KEY, "unit_counted", "as_of", "definition_hash")
"""What a withheld row keeps."""
PLACE = ["metric_id", "scope", "source", "origin", "jurisdiction", "currency"]


class Held(NamedTuple):
    """The rows to go on with, and which of them stand as in the release before (or are withheld with them)."""

    rows: pd.DataFrame
    held: pd.Series


def with_earlier(
    rows: pd.DataFrame,
    previous: pd.DataFrame,
    labels: pd.Series,
    held: pd.Series,
    groups: pd.Series,
    periods: pd.DataFrame,
) -> Held:
    """The rows with the held ones as they were; `labels` names the previous row of each, `periods` are those held.

    Columns that only undisclosed results have are emptied in held rows: they belong to the new version.
    """
    has_earlier = held & labels.notna()
    # What is new beside a held count would tell the change.
    withheld = held & labels.isna() & rows[list(COUNTS)].notna().any(axis=1)
    told = [name for name in RESULT_COLUMNS if name in rows and name in previous]
    result = rows.copy()
    for name in told:
        earlier = _in_the_form_of(rows[name], previous[name])
        old = earlier.reindex(labels[has_earlier].to_numpy()).to_numpy(dtype=object)
        column = rows[name].astype(object)
        column[has_earlier] = old
        if name not in STAYS:
            column[withheld] = "withheld" if name == "blank" else None
        result[name] = column.astype(rows[name].dtype)
    lost = _vanished(rows, previous, labels, groups, periods)
    if lost:
        first = max(rows.index, default=-1) + 1
        back = previous.loc[lost, told].set_axis(range(first, first + len(lost)))
        back = back.apply(lambda column: _in_the_form_of(rows[column.name], column))
        result = pd.concat([result, back])
        held = pd.concat([held, pd.Series(True, index=back.index)])
    return Held(result, held)


def _vanished(
    rows: pd.DataFrame,
    previous: pd.DataFrame,
    labels: pd.Series,
    groups: pd.Series,
    periods: pd.DataFrame,
) -> list:
    """Labels of earlier rows that no row of today tells again, in periods that are held."""
    left = previous.index.difference(labels.dropna())
    if left.empty or periods.empty:
        return []
    today = named(rows.loc[groups.index])[PLACE].assign(group=groups.to_numpy())
    old = named(previous.loc[left]).assign(label=left)
    held = periods.rename(columns={"start": "first", "end": "last"})
    near = old.merge(today.drop_duplicates(), on=PLACE).merge(held, on="group")
    inside = (near["first"] <= near["period_start"]) & (near["period_end"] <= near["last"])
    return sorted(set(near.loc[inside, "label"]))


def _in_the_form_of(like: pd.Series, values: pd.Series) -> pd.Series:
    """Values as the same column of the rows holds them: days as dates where it has dates."""
    if RESULT_COLUMNS[like.name][0] == "DATE" and not pd.api.types.is_datetime64_any_dtype(like):
        days = pd.to_datetime(values)
        return days.dt.date.astype(object).where(days.notna(), None)
    values = values.astype(object)
    return values.where(values.notna(), None).astype(like.dtype)
