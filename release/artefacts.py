"""Searches what is about to be published for what names a person: none of it may be there.

For the pseudonyms of the case store in every text of every table, and in the bytes of the finished file, where
remains of deleted rows, statistics or a forgotten column would be. For addresses, long numbers and
birthdays in what oversight bodies wrote: it was searched when it was received, and is published in full.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import pandas as pd

from data.schema import tables as case_model
from data.schema.identifiers import SHORTEST, signs_in
from disclosure.error import DisclosureError

WORDS = tuple(re.compile(form) for form in (r"[\w.-]+", r"[\w-]+", r"[\w./:-]+"))
WORD_OF_BYTES = re.compile(rb"[A-Za-z0-9_.-]{6,}")
AT_ONCE = 1 << 24

PROSE = {"compliance_evidence": "reason", "replies": "reply"}
"""Table of a release -> its column that holds what an oversight body wrote (`attestations.reason`, `replies.reply`)."""
ROW = ("jurisdiction", "obligation_id", "aspect", "evidence_id", "reply_id")
"""Columns that name the row of such a table."""


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
    """Raise DisclosureError where a text holds a pseudonym, or prose tells who somebody is.

    It names table and column, of prose also the row; never what was found.
    """
    wrong = [
        f"{name}.{column}{_rows(name, table, column, tokens)}"
        for name, table in tables.items()
        for column in table.columns
        if _holds(table[column], tokens)
    ]
    if wrong:
        raise DisclosureError(
            f"Nothing was published: pseudonyms of the case store stand in {', '.join(wrong)}."
        )
    if telling := [row for name in PROSE if name in tables for row in _telling(name, tables[name])]:
        raise DisclosureError(
            f"Nothing was published: prose seems to tell who somebody is in {'; '.join(telling)}. "
            "Let the oversight body send the row again in other words."
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
    return any(text in tokens or not tokens.isdisjoint(_words(text)) for text in texts)


def _rows(name: str, table: pd.DataFrame, column: str, tokens: frozenset[str]) -> str:
    """Of prose, the rows that hold one, in brackets: who sent it has to send it again in other words."""
    if PROSE.get(name) != column:
        return ""
    rows = (row for row in table.to_dict("records") if _holds(pd.Series([row[column]]), tokens))
    return f" ({'; '.join(_named(row) for row in rows)})"


def _words(text: str) -> Iterator[str]:
    """Whatever may be a pseudonym; one that ends a sentence or stands behind a colon is a word too."""
    for form in WORDS:
        for word in form.findall(text):
            yield word
            yield word.strip("./:-")


def _telling(name: str, table: pd.DataFrame) -> Iterator[str]:
    """Table, column, row and sign of each text of a prose column that shows a sign of a person."""
    column, is_prose = PROSE[name], table[PROSE[name]].notna()
    if "kind" in table:
        # Reasons of all other evidence are sentences of our own, and full of numbers.
        is_prose &= table["kind"] == "attestation"
    for row in table[is_prose].to_dict("records"):
        if signs := signs_in(row[column]):
            yield f"{name}.{column} ({_named(row)}: {', '.join(signs)})"


def _named(row: dict) -> str:
    return " ".join(str(row[one]) for one in ROW if one in row)


def _words_of_bytes(file: Path) -> Iterable[bytes]:
    """Every run of letters, digits and dashes; one that lies across two parts is in the second."""
    left = b""
    with file.open("rb") as opened:
        while part := opened.read(AT_ONCE):
            part = left + part
            end = len(part) - 128
            yield from WORD_OF_BYTES.findall(part)
            left = part[max(end, 0) :]
