"""Makes the mapped tables from the staged rows whose source rows are still in."""

import duckdb

from data.intake.apply_rows import quarantine_rows
from data.intake.apply_stage import SET_ASIDE
from data.intake.quoting import quote_name, quote_text
from data.schema import Table

CONFLICT_RULE = "merge_conflict"
# Excluded rows are never staged, and few rows are set aside: the short list is the one to join.
_LIVE = f'("@row" IS NULL OR "@row" NOT IN ({SET_ASIDE}))'


def assemble_plain(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    """`mapped."<table>"`, one row a staged row."""
    names = _columns(table)
    con.execute(
        f"CREATE OR REPLACE TABLE mapped.{quote_name(table.name)} AS SELECT {names}, "
        f'CASE WHEN "@row" IS NULL THEN []::BIGINT[] ELSE ["@row"] END AS row_ids '
        f"FROM staged.{quote_name(table.name)} WHERE {_LIVE}"
    )


def assemble_merged(con: duckdb.DuckDBPyConnection, table: Table, on_conflict: str) -> None:
    """`mapped."<table>"`, one row a key: in each column the first value that is filled.

    Rows without a full key stay single, for the validations to refuse. Where filled values
    differ, the rows that lost get a finding, or are quarantined with `on_conflict` fail.
    """
    _merge(con, table)
    con.execute(
        f"DELETE FROM findings WHERE rule = {quote_text(CONFLICT_RULE)} "
        f"AND \"table\" = {quote_text(table.name)} AND severity = 'review'"
    )
    if on_conflict == "ignore":
        return
    severity = "fail" if on_conflict == "fail" else "review"
    conflicts = _note_conflicts(con, table, severity)
    if conflicts and severity == "fail":
        _merge(con, table)


def _columns(table: Table) -> str:
    """SQL of the declared columns; a date that is not there is of unknown precision."""
    return ", ".join(
        "coalesce(date_precision, 'unknown') AS date_precision"
        if name == "date_precision"
        else quote_name(name)
        for name in table.columns
    )


def _merge(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    keys = [quote_name(name) for name in table.key]
    others = [quote_name(name) for name in table.columns if name not in table.key]
    firsts = [f'arg_min({name}, "@order") AS {name}' for name in others]
    single = f'CASE WHEN {" OR ".join(f"{key} IS NULL" for key in keys)} THEN "@order" END'
    con.execute(
        f"CREATE OR REPLACE TABLE mapped.{quote_name(table.name)} AS SELECT {_columns(table)}, row_ids FROM "
        f'(SELECT {", ".join([*keys, *firsts])}, min("@order") AS first_order, '
        f'coalesce(list_sort(list_distinct(list("@row"))), []::BIGINT[]) '
        f"AS row_ids FROM staged.{quote_name(table.name)} WHERE {_LIVE} "
        f"GROUP BY {', '.join(keys)}, {single}) ORDER BY first_order"
    )


def _note_conflicts(con: duckdb.DuckDBPyConnection, table: Table, severity: str) -> bool:
    keys = [quote_name(name) for name in table.key]
    others = [name for name in table.columns if name not in table.key]
    same = " AND ".join(f"s.{key} = m.{key}" for key in keys)
    differs = {name: f"s.{quote_name(name)} <> m.{quote_name(name)}" for name in others}
    if not differs:
        return False
    source = (
        f"FROM (SELECT * FROM staged.{quote_name(table.name)} WHERE {_LIVE}) AS s "
        f"JOIN mapped.{quote_name(table.name)} AS m ON {same}"
    )
    counted = ", ".join(f"count(*) FILTER (WHERE {one})" for one in differs.values())
    counts = con.execute(f"SELECT {counted} {source}").fetchone()
    kept = "kept the first" if severity == "review" else "set the others aside"
    for (name, condition), count in zip(differs.items(), counts, strict=True):
        if not count:
            continue
        message = f"Rows about one record give different values; intake {kept}."
        rows = f'SELECT DISTINCT s."@row" AS row_id {source} WHERE {condition} AND s."@row" IS NOT NULL'
        con.execute(
            f"INSERT INTO findings SELECT q.row_id, r.file_id, {quote_text(table.name)}, "
            f"{quote_text(name)}, {quote_text(CONFLICT_RULE)}, {quote_text(severity)}, "
            f"{quote_text(message)} FROM ({rows}) AS q JOIN source_rows AS r USING (row_id) ORDER BY 1"
        )
        if severity == "fail":
            quarantine_rows(con, f"SELECT row_id FROM ({rows})", CONFLICT_RULE)
    return any(counts)
