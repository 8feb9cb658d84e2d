"""Frames as the tables of compliance want them, and days that may be written in several ways."""

import pandas as pd

from compliance.columns import Columns

KINDS = {"VARCHAR": object, "DOUBLE": "Float64", "INTEGER": "Int64", "BOOLEAN": "boolean"}
"""DuckDB type -> a pandas type that can be empty."""


def in_columns(rows: pd.DataFrame, declared: Columns) -> pd.DataFrame:
    """The declared columns only, in order and of their types: days as `date`, empty text and days as None."""
    frame = rows.reindex(columns=list(declared)).reset_index(drop=True)
    for name, (kind, _) in declared.items():
        column = as_days(frame[name]).dt.date if kind == "DATE" else frame[name]
        if kind in ("DATE", "VARCHAR"):
            column = column.astype(object)
            frame[name] = column.where(column.notna() & (column != ""), None)
        else:
            frame[name] = column.astype(KINDS[kind])
    return frame


def as_days(column: pd.Series) -> pd.Series:
    """Days as pandas counts them, out of dates, timestamps or text; what is empty stays empty."""
    return pd.to_datetime(column)
