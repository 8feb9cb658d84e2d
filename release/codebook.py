"""Every column of the release, and of the case model it was counted from, as rows."""

import pandas as pd

from data.schema import code_lists
from data.schema import tables as case_model
from release.tables import TABLES
from release.vocabulary import OWN

COLUMNS = ["table_name", "column_name", "type", "meaning", "codes", "personal_data"]


def codebook() -> pd.DataFrame:
    """Rows of the release table `codebook`."""
    lists = {*code_lists(), *OWN}
    rows = [
        (
            name,
            column,
            kind,
            meaning,
            table.codes.get(column, column if column in lists else None),
            "none",
        )
        for name, table in TABLES.items()
        for column, (kind, meaning) in table.columns.items()
    ]
    rows += [
        (
            f"case_model.{name}",
            column.name,
            column.sql_type,
            column.meaning,
            column.codes or column.codes_of,
            column.personal_data,
        )
        for name, table in case_model().items()
        for column in table.columns.values()
    ]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)
