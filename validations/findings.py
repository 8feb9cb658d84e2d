"""What was found wrong while judging a submission, kept beside its data: rule and source row, never a value."""

from collections.abc import Iterable

import duckdb
import pandas

from validations.expected import Expected
from validations.rule import Rule


def create_findings(con: duckdb.DuckDBPyConnection) -> None:
    """Makes `checked.findings`: one row a source row and rule; `row_id` NULL is about the submission as a whole.

    `round` 0 is the first look; higher rounds follow from rows set aside before.
    """
    con.execute("CREATE SCHEMA IF NOT EXISTS checked")
    con.execute(
        'CREATE OR REPLACE TABLE checked.findings (row_id BIGINT, "table" VARCHAR, "column" VARCHAR, '
        "rule VARCHAR, severity VARCHAR, message VARCHAR, round INTEGER)"
    )


def note_rows(
    con: duckdb.DuckDBPyConnection, expected: Expected, rows: Iterable[int], round: int
) -> None:
    """Notes mapped rows, given by rowid, that break an expectation: a finding for each of their source rows."""
    con.register("breaking", pandas.DataFrame({"mapped_row": list(rows)}, dtype="int64"))
    query = (
        f"SELECT row_ids FROM mapped.{expected.table} AS this "
        "JOIN breaking ON this.rowid = breaking.mapped_row"
    )
    try:
        _note(con, expected, query, round)
    finally:
        con.unregister("breaking")


def note_rule(con: duckdb.DuckDBPyConnection, rule: Rule, round: int) -> None:
    """Runs a rule and notes the source rows of every mapped row that breaks it."""
    _note(con, rule, rule.query, round)


def note_mapping(con: duckdb.DuckDBPyConnection, round: int) -> None:
    """Takes over what reading and mapping noted themselves, once each."""
    con.execute(
        """
        INSERT INTO checked.findings
        SELECT DISTINCT row_id, "table", "column", rule, severity, message, $round::INTEGER
        FROM findings AS new
        WHERE NOT EXISTS (
            SELECT 1 FROM checked.findings AS old
            WHERE old.rule = new.rule AND old.severity = new.severity
              AND old.row_id IS NOT DISTINCT FROM new.row_id
              AND old."table" IS NOT DISTINCT FROM new."table"
              AND old."column" IS NOT DISTINCT FROM new."column"
        )
        """,
        {"round": round},
    )


def forget_remarks(con: duckdb.DuckDBPyConnection) -> None:
    """Drops remarks of the round before: they are made anew, and may not hold any longer."""
    con.execute("DELETE FROM checked.findings WHERE severity <> 'fail'")


def rows_to_quarantine(con: duckdb.DuckDBPyConnection) -> dict[str, list[int]]:
    """Rule -> source rows still in that break it; a row stands under the first rule noted for it."""
    found = con.execute(
        """
        SELECT row_id, arg_min(found.rule, (found.round, found.rule))
        FROM checked.findings AS found JOIN source_rows USING (row_id)
        WHERE severity = 'fail' AND state NOT IN ('quarantined', 'excluded')
        GROUP BY row_id ORDER BY row_id
        """
    ).fetchall()
    by_rule: dict[str, list[int]] = {}
    for row_id, rule in found:
        by_rule.setdefault(rule, []).append(row_id)
    return by_rule


def _note(con: duckdb.DuckDBPyConnection, broken: Rule | Expected, query: str, round: int) -> None:
    con.execute(
        f"""
        INSERT INTO checked.findings
        SELECT DISTINCT row_id, $table, $column, $rule, $severity, $because, $round::INTEGER FROM (
            SELECT unnest(CASE WHEN len(row_ids) > 0 THEN row_ids ELSE [NULL]::BIGINT[] END) AS row_id
            FROM ({query}) AS broken (row_ids)
        ) AS new
        WHERE NOT EXISTS (
            SELECT 1 FROM checked.findings AS old
            WHERE old.rule = $rule AND old.row_id IS NOT DISTINCT FROM new.row_id
        )
        """,
        {
            "table": broken.table,
            "column": broken.column,
            "rule": broken.id,
            "severity": broken.severity,
            "because": broken.because,
            "round": round,
        },
    )
