"""Puts rows straight into the schema `mapped`, as mapping would, each from a source row of its own."""

import duckdb

from data.schema import submitted_tables
from data.store import Known
from validations.prose import lay_out_pseudonyms
from validations.surroundings import attach_surroundings, complete_tables, lay_out_events


def mapped_database(
    data: dict[str, list[dict]], submission: dict, known: Known | None = None
) -> tuple[duckdb.DuckDBPyConnection, dict[int, tuple[str, int]]]:
    """A database with `mapped`, `known` and `checked`, and which row (table, position) each source row is."""
    con = empty_database(submission, known)
    return con, fill_mapped(con, data)


def empty_database(submission: dict, known: Known | None = None) -> duckdb.DuckDBPyConnection:
    """A database in which nothing has been mapped yet."""
    con = duckdb.connect()
    con.execute("CREATE SCHEMA mapped")
    attach_surroundings(con, known or Known(), submission)
    complete_tables(con)
    return con


def fill_mapped(
    con: duckdb.DuckDBPyConnection, data: dict[str, list[dict]]
) -> dict[int, tuple[str, int]]:
    """Puts the rows in; which row (table, position) each source row is."""
    places = {}
    for table, rows in data.items():
        columns = submitted_tables()[table].columns
        for position, row in enumerate(rows):
            row_id = len(places) + 1
            places[row_id] = (table, position)
            values = [row.get(name) or None for name in columns]
            marks = ", ".join("?" for _ in range(len(columns) + 1))
            con.execute(f"INSERT INTO mapped.{table} VALUES ({marks})", [*values, [row_id]])
    lay_out_events(con)
    lay_out_pseudonyms(con, submitted_tables(), submitted_tables())
    return places
