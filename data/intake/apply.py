"""Applies a mapping to what was read: source rows in, tables of the case model out."""

import datetime
from collections.abc import Iterable

import duckdb

from data.intake.apply_assemble import assemble_merged, assemble_plain
from data.intake.apply_columns import Bounds
from data.intake.apply_rows import check_groups, check_rows, derive_columns, exclude_rows
from data.intake.apply_stage import create_stage, note_problems, stage_part, stage_rows
from data.intake.engine import explained, prepare
from data.intake.formula import Surroundings
from data.intake.mapping_formulas import formula_problems, placeholders, surroundings
from data.intake.mapping_model import Mapping
from data.intake.problems import IntakeError
from data.intake.read_headings import OWN_COLUMNS
from data.schema import submitted_tables

Period = tuple[datetime.date, datetime.date]


def prepare_rows(
    con: duckdb.DuckDBPyConnection, mapping: Mapping, period: Period | None = None
) -> None:
    """Check the mapping against the headings read, then exclude, derive and check the source rows."""
    prepare(con)
    headings = headings_read(con, mapping)
    problems = formula_problems(mapping, headings)
    if problems:
        raise IntakeError(problems)
    around = _surroundings(mapping, headings, period)
    for file in mapping.files:
        here = around[file.specification.id]
        with explained(f"file {file.specification.id}"):
            exclude_rows(con, file, here)
            derive_columns(con, file, here)
    # Groups first: a row set aside by its own check must not upset the sum of its group.
    for check in mapping.checks:
        with explained(check.assertion.key):
            check_groups(con, check, around[check.file])
    for file in mapping.files:
        for check in file.checks:
            with explained(check.assertion.key):
                check_rows(con, check, around[check.file])


def stage_tables(
    con: duckdb.DuckDBPyConnection,
    mapping: Mapping,
    period: Period | None = None,
    agency_id: str | None = None,
) -> None:
    """Fill `staged."<table>"` for every table of the mapping; unreadable values quarantine their rows."""
    around = _surroundings(mapping, headings_read(con, mapping), period)
    constants = mapping.constants
    if agency_id and "agency_id" not in constants:
        constants = {**constants, "agency_id": agency_id}
    tables = submitted_tables()
    for name in _targets(mapping):
        create_stage(con, tables[name])
    for number, part in enumerate(mapping.tables):
        table = tables[part.into]
        if part.file is None:
            stage_rows(con, table, part.rows, number, constants)
        else:
            # Only what happened in a case is bounded: a published period may end in the future.
            bounds = _bounds(mapping, period) if table.kind == "case" else None
            with explained(part.key):
                stage_part(con, table, part, number, around[part.file], constants, bounds)
    for name in _targets(mapping):
        note_problems(con, tables[name])


def assemble_tables(con: duckdb.DuckDBPyConnection, mapping: Mapping) -> None:
    """Make `mapped."<table>"` from the staged rows whose source rows are neither excluded nor quarantined."""
    tables = submitted_tables()
    con.execute("CREATE SCHEMA IF NOT EXISTS mapped")
    while True:
        before = _set_aside(con)
        for name in _targets(mapping):
            merging = [part for part in mapping.tables if part.into == name and part.merge]
            if merging:
                assemble_merged(con, tables[name], merging[0].on_conflict)
            else:
                assemble_plain(con, tables[name])
        # A conflict may set rows aside that other tables were made from already.
        if _set_aside(con) == before:
            return


def headings_read(con: duckdb.DuckDBPyConnection, mapping: Mapping) -> dict[str, list[str]]:
    """File id -> the headings of its source table, in the order of the file."""
    found = {file.specification.id: [] for file in mapping.files}
    columns = con.execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'source' "
        "ORDER BY table_name, column_index"
    ).fetchall()
    for table, column in columns:
        if column not in OWN_COLUMNS:
            found[table].append(column)
    return found


def _surroundings(
    mapping: Mapping, headings: dict[str, list[str]], period: Period | None
) -> dict[str, Surroundings]:
    as_of = mapping.as_of or (period[1] if period else None)
    return surroundings(mapping, headings, placeholders(period, as_of))


def _bounds(mapping: Mapping, period: Period | None) -> Bounds:
    latest = mapping.latest or mapping.as_of or (period[1] if period else None)
    return Bounds(mapping.earliest, latest)


def _targets(mapping: Mapping) -> Iterable[str]:
    return list(dict.fromkeys(part.into for part in mapping.tables))


def _set_aside(con: duckdb.DuckDBPyConnection) -> int:
    query = "SELECT count(*) FROM source_rows WHERE state = 'quarantined'"
    return con.execute(query).fetchone()[0]
