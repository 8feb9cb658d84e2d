"""Frames with the columns, types and order that were declared."""

import pandas as pd

DTYPES = {"DOUBLE": "Float64", "INTEGER": "Int64", "BOOLEAN": "boolean"}
"""DuckDB type -> a pandas type that can be empty."""


def in_columns(rows: pd.DataFrame, declared: dict[str, tuple[str, str]]) -> pd.DataFrame:
    """The declared columns only, each of its type; empty text is None. The order of rows stays."""
    frame = rows.reindex(columns=list(declared))
    for name, (kind, _) in declared.items():
        if kind in DTYPES:
            frame[name] = pd.to_numeric(frame[name]) if kind != "BOOLEAN" else frame[name]
            frame[name] = frame[name].astype(DTYPES[kind])
        else:
            texts = frame[name].astype(object)
            frame[name] = texts.where(texts.notna() & (texts != ""), None)
    return frame.reset_index(drop=True)
