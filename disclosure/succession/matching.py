"""Finds for every number the row of the release before that told the same thing."""

import pandas as pd

from metrics.result import KEY

DATES = ("period_start", "period_end")
NO_HORIZON = -1.0


def matched(rows: pd.DataFrame, previous: pd.DataFrame) -> pd.DataFrame:
    """One line a row, of its index: `label` of the previous row (empty where there is none) and `is_grown`.

    Rows match by their key. A row without match whose period has only moved its end, from one that
    was no whole year, is the earlier one grown; of two such, the shorter period is.
    """
    new, old = named(rows), named(previous)
    new["row"], old["label"] = rows.index, previous.index
    both = new.merge(old, on=list(KEY), how="left")
    found = pd.DataFrame({"label": both["label"].to_numpy(), "is_grown": False}, index=rows.index)
    lone = new[both["label"].isna().to_numpy()]
    left = old[~old["label"].isin(both["label"])]
    left = left[~_is_whole(left)]
    if lone.empty or left.empty:
        return found
    same = [name for name in KEY if name != "period_end"]
    grown = lone.merge(left, on=same, suffixes=("", "_before"))
    grown = grown.sort_values(["period_end", "period_end_before"], ascending=[True, False])
    grown = grown.drop_duplicates(same)
    found.loc[grown["row"], "label"] = grown["label"].to_numpy()
    found.loc[grown["row"], "is_grown"] = True
    return found


def previous_values(previous: pd.DataFrame, labels: pd.Series, column: str) -> pd.Series:
    """A column of the matched rows, in the order and with the index of `labels`."""
    values = (
        previous[column] if column in previous else pd.Series(index=previous.index, dtype=object)
    )
    found = values.reindex(labels.to_numpy())
    return pd.Series(found.to_numpy(), index=labels.index)


def named(rows: pd.DataFrame) -> pd.DataFrame:
    """The key of every row, in one spelling whatever file or frame it comes from."""
    found = pd.DataFrame(index=range(len(rows)))
    for name in KEY:
        column = rows[name].reset_index(drop=True)
        if name in DATES:
            found[name] = pd.to_datetime(column).astype("datetime64[ns]")
        elif name == "horizon_days":
            found[name] = pd.to_numeric(column).astype(float).fillna(NO_HORIZON)
        else:
            found[name] = column.astype(object).where(column.notna(), "").astype(object)
    return found


def _is_whole(keys: pd.DataFrame) -> pd.Series:
    first, last = keys["period_start"].dt, keys["period_end"].dt
    return first.day_of_year.eq(1) & last.month.eq(12) & last.day.eq(31)
