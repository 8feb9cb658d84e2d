"""Searches what is about to be published for the pseudonyms of the case store: none of them may be in it.

Twice: in every text of every table, and in the bytes of the finished file, where remains of deleted rows,
statistics or a forgotten column would be.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import duckdb
import pandas as pd

from data.schema import tables as case_model
from disclosure.error import DisclosureError

WORD = re.compile(r"[\w.-]+")
WORD_OF_BYTES = re.compile(rb"[A-Za-z0-9_.-]{6,}")
SHORTEST = 6
"""A shorter pseudonym is also a number or a word of some sentence, and would be found in any file."""
AT_ONCE = 1 << 24


def pseudonyms(store: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """Every pseudonym that the case store holds, as text."""
    found: set[str] = set()
    with store.cursor() as cursor:
        there = {
            name for (name,) in cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        }
        for name, table in case_model().items():
            columns = [c.name for c in table.columns.values() if c.personal_data == "pseudonym"]
            for column in columns if name in there else ():
                rows = cursor.execute(
                    f'SELECT DISTINCT CAST("{column}" AS VARCHAR) FROM "{name}" '
                    f'WHERE length(CAST("{column}" AS VARCHAR)) >= {SHORTEST}'
                ).fetchall()
                found.update(value for (value,) in rows)
    return frozenset(found)


def check_tables(tables: dict[str, pd.DataFrame], tokens: frozenset[str]) -> None:
    """Raise DisclosureError, naming table and column, where a text holds a pseudonym."""
    wrong = [
        f"{name}.{column}"
        for name, table in tables.items()
        for column in table.columns
        if _holds(table[column], tokens)
    ]
    if wrong:
        raise DisclosureError(
            f"Nothing was published: pseudonyms of the case store stand in {', '.join(wrong)}."
        )


def check_file(file: Path, tokens: frozenset[str]) -> None:
    """Raise DisclosureError where the bytes of a file hold a pseudonym."""
    if any(word.decode("ascii") in tokens for word in _words_of_bytes(file)):
        raise DisclosureError(
            f"Nothing was published: pseudonyms of the case store are in the bytes of {file.name}."
        )


def _holds(column: pd.Series, tokens: frozenset[str]) -> bool:
    if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_datetime64_any_dtype(column):
        return False
    texts = (value for value in column.dropna().unique() if isinstance(value, str))
    return any(text in tokens or not tokens.isdisjoint(WORD.findall(text)) for text in texts)


def _words_of_bytes(file: Path) -> Iterable[bytes]:
    """Every run of letters, digits and dashes; one that lies across two parts is in the second."""
    left = b""
    with file.open("rb") as opened:
        while part := opened.read(AT_ONCE):
            part = left + part
            end = len(part) - 128
            yield from WORD_OF_BYTES.findall(part)
            left = part[max(end, 0) :]
