"""Turns source rows into rows of one table, before rows of the same key are merged."""

from collections.abc import Iterable

import duckdb

from data.intake.apply_columns import NUMBER_OF_RULE, RULES, Bounds, Filling, fill_column
from data.intake.apply_rows import quarantine_rows
from data.intake.apply_split import rows_of
from data.intake.formula import Surroundings
from data.intake.mapping_model import ColumnMapping, TableMapping
from data.intake.mapping_repeats import items_of
from data.intake.quoting import quote_name, quote_text
from data.schema import Table

BITS = 3
LAST_RULE = 2**BITS - 1
SET_ASIDE = "SELECT row_id FROM source_rows WHERE state = 'quarantined'"

ROWS_A_PART = 2**40
"""Rows are merged in the order of the mapping's parts, then of the file: part number x this + row id."""


def create_stage(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    """An empty `staged."<table>"`: the declared columns, the source row and the order."""
    columns = [f"{quote_name(c.name)} {c.sql_type}" for c in table.columns.values()]
    con.execute(
        f"CREATE OR REPLACE TABLE staged.{quote_name(table.name)} "
        f'({", ".join(columns)}, "@row" BIGINT, "@order" BIGINT, "@problems" HUGEINT)'
    )


def stage_part(
    con: duckdb.DuckDBPyConnection,
    table: Table,
    part: TableMapping,
    number: int,
    around: Surroundings,
    constants: dict[str, str],
    bounds: Bounds | None,
) -> None:
    """Add the rows that one part of the mapping makes; what is wrong with them is noted in `@problems`."""
    for item in items_of(part, around.headings):
        fillings = _fillings(table, part, around, item, constants, bounds)
        _insert(con, table, part, fillings, number, around, item)


def stage_rows(
    con: duckdb.DuckDBPyConnection,
    table: Table,
    rows: Iterable[dict[str, str]],
    number: int,
    constants: dict[str, str],
) -> None:
    """Add the rows that the mapping itself gives; they stem from no source row."""
    for place, row in enumerate(rows):
        filled = {name: value for name, value in constants.items() if name in table.columns} | row
        values = [
            f"CAST({quote_text(filled[name])} AS {column.sql_type})" if filled.get(name) else "NULL"
            for name, column in table.columns.items()
        ]
        con.execute(
            f"INSERT INTO staged.{quote_name(table.name)} "
            f"VALUES ({', '.join(values)}, NULL, {number * ROWS_A_PART + place}, 0)"
        )


def _fillings(
    table: Table,
    part: TableMapping,
    around: Surroundings,
    item: dict[str, str],
    constants: dict[str, str],
    bounds: Bounds | None,
) -> list[Filling]:
    fillings = []
    for number, (name, column) in enumerate(table.columns.items()):
        mapping = part.columns.get(name)
        if mapping is None and name in constants:
            mapping = ColumnMapping(key=f"constants.{name}", value=constants[name])
        if mapping is not None:
            fillings.append(fill_column(column, mapping, number, around, item, bounds))
    return fillings


def _insert(
    con: duckdb.DuckDBPyConnection,
    table: Table,
    part: TableMapping,
    fillings: list[Filling],
    number: int,
    around: Surroundings,
    item: dict[str, str],
) -> None:
    where = part.where.condition(around, item) if part.where else "TRUE"
    numbers = {name: position for position, name in enumerate(table.columns)}

    def layer(prefix: str, pieces: list[str | None]) -> str:
        named = [
            f"{piece} AS {prefix}_{numbers[filling.name]}"
            for filling, piece in zip(fillings, pieces, strict=True)
            if piece is not None
        ]
        return "".join(f", {one}" for one in named)

    query = (
        f'SELECT here.row_id AS row_id, here."@live" AND {where} AS met{layer("read", [f.read for f in fillings])} '
        f"FROM {rows_of(part, around, item)} AS here"
    )
    query = (
        f"SELECT *{layer('coded', [f.coded for f in fillings])} FROM ({query}) "
        f"WHERE met AND row_id NOT IN ({SET_ASIDE})"
    )
    query = f"SELECT *{layer('typed', [f.typed for f in fillings])} FROM ({query})"
    precision = _precision(table, fillings)
    plain = [f for f in fillings if not (precision and f.name == "date_precision")]
    finals = [f"{f.final} AS {quote_name(f.name)}" for f in plain]
    if precision:
        finals.append(f"{precision} AS date_precision")
    names = [f.name for f in plain] + (["date_precision"] if precision else [])
    listed = ", ".join(quote_name(name) for name in [*names, "@row", "@order", "@problems"])
    order = f"{number * ROWS_A_PART} + row_id"
    con.execute(
        f"INSERT INTO staged.{quote_name(table.name)} ({listed}) "
        f"SELECT {', '.join(finals)}, row_id, {order}, {_problems(table, fillings)} FROM ({query})"
    )


def _problems(table: Table, fillings: list[Filling]) -> str:
    """SQL of one number that holds, in three bits a column, the rule that each value breaks."""
    places = {name: position for position, name in enumerate(table.columns)}
    terms = [
        f"(coalesce({filling.problem}, 0)::HUGEINT << {BITS * places[filling.name]})"
        for filling in fillings
        if filling.problem is not None
    ]
    return " | ".join(terms) or "0"


def _precision(table: Table, fillings: list[Filling]) -> str | None:
    """SQL of `date_precision`: as mapped, else as exact as the format that fits.

    It stays empty where the date does, so that merging takes date and precision from the same row.
    """
    names = {filling.name: filling for filling in fillings}
    dated, stated = names.get("occurred_on"), names.get("date_precision")
    if "date_precision" not in table.columns or dated is None:
        return None
    precision = stated.final if stated else dated.precision
    return f"CASE WHEN ({dated.final}) IS NOT NULL THEN {precision} END"


def note_problems(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Turn `@problems` of the staged rows into findings, and quarantine the rows that fail."""
    staged = f"staged.{quote_name(table.name)}"
    [(found,)] = con.execute(f'SELECT bit_or("@problems") FROM {staged}').fetchall()
    for place, name in enumerate(table.columns):
        if not (int(found or 0) >> (BITS * place)) & LAST_RULE:
            continue
        broken = f'("@problems" >> {BITS * place}) & {LAST_RULE}'
        for rule, (severity, message) in RULES.items():
            rows = (
                f'SELECT DISTINCT "@row" AS row_id FROM {staged} '
                f"WHERE {broken} = {NUMBER_OF_RULE[rule]}"
            )
            con.execute(
                f"INSERT INTO findings SELECT row_id, r.file_id, {quote_text(table.name)}, "
                f"{quote_text(name)}, {quote_text(rule)}, {quote_text(severity)}, "
                f"{quote_text(message)} FROM ({rows}) JOIN source_rows AS r USING (row_id) ORDER BY 1"
            )
            if severity == "fail":
                quarantine_rows(con, rows, rule)
