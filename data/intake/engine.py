"""The working database of one submission, and what only the database itself can say about a pattern."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import duckdb

from data.intake.problems import IntakeError, Problem
from data.intake.quoting import quote_text

SCHEMAS = ("source", "derived", "working", "staged", "mapped")
"""Tables as read; what is derived from them; both together; rows of our tables before and after merging."""


MEMORY = "1GB"
"""What a working database may hold before it spills to disk: a million rows must fit in 2 GB of process."""


def connect(folder: Path, in_memory: bool) -> duckdb.DuckDBPyConnection:
    """A new working database; spilled or stored parts lie in `folder`, which the caller removes."""
    place = ":memory:" if in_memory else str(folder / "submission.duckdb")
    return duckdb.connect(
        place, config={"memory_limit": MEMORY, "temp_directory": str(folder / "spill")}
    )


def prepare(con: duckdb.DuckDBPyConnection) -> None:
    """Make the schemas and bookkeeping tables of a working database; those that exist stay."""
    for schema in SCHEMAS:
        con.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
    con.execute(
        "CREATE TABLE IF NOT EXISTS source_rows "
        '(row_id BIGINT, file_id VARCHAR, file VARCHAR, sheet VARCHAR, "row" BIGINT, '
        "state VARCHAR, rule VARCHAR)"
    )
    con.execute(
        "CREATE TABLE IF NOT EXISTS findings "
        '(row_id BIGINT, file_id VARCHAR, "table" VARCHAR, "column" VARCHAR, rule VARCHAR, '
        "severity VARCHAR, message VARCHAR)"
    )


@contextmanager
def explained(key: str) -> Iterator[None]:
    """What the database refuses to run becomes a problem of the mapping at `key`.

    The database's own message is dropped: it may quote a cell.
    """
    try:
        yield
    except duckdb.Error as error:
        message = f"the database cannot run this part of the mapping ({type(error).__name__})."
        hint = "Look at patterns and their groups, and at very large numbers."
        raise IntakeError([Problem("formula", message, key=key, hint=hint)]) from None


def is_date_format(text: str) -> bool:
    """Whether a date can be read by this format."""
    if text == "excel":
        return True
    return "%" in text and _accepts(f"SELECT try_strptime('', {quote_text(text)})")


def is_pattern(text: str) -> bool:
    """Whether this is a regular expression that the database can run (RE2: no look-around)."""
    return _accepts(f"SELECT regexp_full_match('', {quote_text(text)})")


def _accepts(statement: str) -> bool:
    try:
        _scratch().cursor().execute(statement)
    except duckdb.Error:
        return False
    return True


@cache
def _scratch() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()
