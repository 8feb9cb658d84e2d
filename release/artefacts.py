"""Searches what is about to be published for what names a person: none of it may be there.

For the pseudonyms of the case store in every text of every table, and in the bytes of the finished file, where
remains of deleted rows, statistics or a forgotten column would be. For addresses, long numbers and
birthdays in what others wrote: it was searched when it was received, and is published as it was sent.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import duckdb
import pandas as pd
import pyarrow as pa

from data.schema import tables as case_model
from data.schema.identifiers import SHORTEST, signs_in
from disclosure.error import DisclosureError

WORDS = tuple(re.compile(form) for form in (r"[\w.-]+", r"[\w-]+", r"[\w./:-]+"))
WORD_OF_BYTES = re.compile(rb"[A-Za-z0-9_.-]{6,}")
HAS_DIGIT = re.compile(r"\d")
AT_ONCE = 1 << 24


class Prose(NamedTuple):
    """A column of a release that holds what others wrote; `kind` is that of the rows in which it does, None for all."""

    table: str
    column: str
    kind: str | None = None


PROSE = (
    Prose("compliance_evidence", "reason", "attestation"),
    Prose("compliance_evidence", "title", "report"),
    Prose("replies", "reply"),
)
"""Where `attestations.reason`, `statutory_reports.name` and `replies.reply` end."""
ROW = ("jurisdiction", "obligation_id", "aspect", "evidence_id", "reply_id")
"""Columns that name the row of such a table."""


Among = Callable[[Iterable[str]], frozenset[str]]
"""Which pseudonyms there are that one of the words may be, written as it was sent or in small letters."""


def pseudonyms_among(store: duckdb.DuckDBPyConnection, words: Iterable[str]) -> frozenset[str]:
    """Every pseudonym of the case store that is one of the words, or is in small letters, as text.

    A release has some ten thousand words and a case store many millions of pseudonyms, so that the
    store is read through and never fetched. Pseudonyms with signs beyond ASCII are all among the
    answer: what their small letters are, databases and Python do not agree on.
    """
    found: set[str] = set()
    with store.cursor() as cursor:
        cursor.register("words_told", pa.table({"word": pa.array(list(words), pa.string())}))
        cursor.execute(
            "CREATE OR REPLACE TEMP TABLE words_of_release AS SELECT DISTINCT word FROM words_told "
            f"WHERE length(word) >= {SHORTEST}"
        )
        there = {
            name for (name,) in cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        }
        for name, table in case_model().items():
            columns = [c.name for c in table.columns.values() if c.personal_data == "pseudonym"]
            for column in columns if name in there else ():
                token = f'CAST("{column}" AS VARCHAR)'
                rows = cursor.execute(
                    f"""SELECT DISTINCT {token} FROM "{name}" WHERE length({token}) >= {SHORTEST}
                    AND ({token} IN (FROM words_of_release) OR lower({token}) IN (FROM words_of_release)
                      OR strlen({token}) > length({token}))"""
                ).fetchall()
                found.update(value for (value,) in rows)
        cursor.unregister("words_told")
        cursor.execute("DROP TABLE temp.words_of_release")
    return frozenset(found)


def check_tables(tables: dict[str, pd.DataFrame], among: Among) -> None:
    """Raise DisclosureError where a text holds a pseudonym, or prose tells who somebody is.

    It names table and column, of prose also the row; never what was found. Small letters and
    capitals are alike.
    """
    texts = set().union(*(_texts(table[column]) for table in tables.values() for column in table))
    sought = _in_any_case(among(texts.union(_words(texts))))
    wrong = (
        []
        if not sought
        else [
            f"{name}.{column}{_rows(name, table, column, sought)}"
            for name, table in tables.items()
            for column in table.columns
            if _holds(table[column], sought)
        ]
    )
    if wrong:
        raise DisclosureError(
            f"Nothing was published: pseudonyms of the case store stand in {', '.join(wrong)}."
        )
    if telling := [
        row for prose in PROSE if prose.table in tables for row in _telling(prose, tables)
    ]:
        raise DisclosureError(
            f"Nothing was published: prose seems to tell who somebody is in {'; '.join(telling)}. "
            "Let the oversight body send the row again in other words."
        )


def check_file(file: Path, among: Among) -> None:
    """Raise DisclosureError where the bytes of a file hold a pseudonym that stands by itself.

    Text that DuckDB has packed is not seen so; it is searched in the tables, before it is packed.
    """
    words = {word.decode() for words in _words_of_bytes(file) for word in words}
    if not _in_any_case(among(words)).isdisjoint(words):
        raise DisclosureError(
            f"Nothing was published: pseudonyms of the case store are in the bytes of {file.name}."
        )


def _in_any_case(tokens: frozenset[str]) -> frozenset[str]:
    """The pseudonyms as they stand, and those with a digit in small letters too.

    One of letters only is a word of ordinary sentences when it is written in another way than it was sent.
    """
    return tokens.union(token.lower() for token in tokens if HAS_DIGIT.search(token))


def _holds(column: pd.Series, sought: frozenset[str]) -> bool:
    texts = _texts(column)
    return not (sought.isdisjoint(texts) and sought.isdisjoint(_words(texts)))


def _texts(column: pd.Series) -> list[str]:
    if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_datetime64_any_dtype(column):
        return []
    return [value for value in column.dropna().unique() if isinstance(value, str)]


def _rows(name: str, table: pd.DataFrame, column: str, sought: frozenset[str]) -> str:
    """Of prose, the rows that hold one, in brackets: who sent it has to send it again in other words."""
    if (name, column) not in {(prose.table, prose.column) for prose in PROSE}:
        return ""
    rows = (row for row in table.to_dict("records") if _holds(pd.Series([row[column]]), sought))
    return f" ({'; '.join(_named(row) for row in rows)})"


def _words(texts: Iterable[str]) -> Iterator[str]:
    """Whatever may be a pseudonym, as it stands and in small letters; one that ends a sentence or stands behind a colon is a word too.

    No word goes over the end of a line, so all texts are searched as the lines of one: most words stand in many.
    """
    together = "\n".join(texts)
    for written in {together, together.lower()}:
        for form in WORDS:
            for word in set(form.findall(written)):
                yield word
                yield word.strip("./:-")


def _telling(prose: Prose, tables: dict[str, pd.DataFrame]) -> Iterator[str]:
    """Table, column, row and sign of each text of a prose column that shows a sign of a person."""
    table = tables[prose.table]
    is_prose = table[prose.column].notna()
    if prose.kind:
        # In rows of other kinds stand sentences of our own, full of numbers.
        is_prose &= table["kind"] == prose.kind
    for row in table[is_prose].to_dict("records"):
        if signs := signs_in(row[prose.column]):
            yield f"{prose.table}.{prose.column} ({_named(row)}: {', '.join(signs)})"


def _named(row: dict) -> str:
    return " ".join(str(row[one]) for one in ROW if one in row)


def _words_of_bytes(file: Path) -> Iterator[set[bytes]]:
    """Every run of letters, digits and dashes, as it stands and in small letters, part by part of the file.

    One that lies across two parts is in the second.
    """
    left = b""
    with file.open("rb") as opened:
        while part := opened.read(AT_ONCE):
            part = left + part
            end = len(part) - 128
            found = set(WORD_OF_BYTES.findall(part))
            yield found | {word.lower() for word in found}
            left = part[max(end, 0) :]
