"""What happens to source rows before they become ours: left out by rule, added to, checked."""

from dataclasses import replace

import duckdb

from data.intake.formula import Formula, Surroundings
from data.intake.formula_types import SQL_TYPE
from data.intake.mapping_model import Check, FileMapping
from data.intake.quoting import quote_name, quote_text
from data.intake.read_rows import ROW_WIDTH

UNAPPLIED_RULE = "check_not_applied"


def exclude_rows(con: duckdb.DuckDBPyConnection, file: FileMapping, around: Surroundings) -> None:
    """Set aside the rows that a rule leaves out: totals, notes. Each row keeps the first rule that met it.

    A note under a table is often one cell, narrower than the headings: a rule may leave it out all the same.
    """
    meanings = _derived_trees(file)
    # Derived columns do not exist yet, so a rule is written with what they are derived from.
    bare = replace(around, columns={}, files={})
    source = quote_name(file.specification.id)
    live = "r.state = 'received'"
    may_go = f"{live} OR (r.state = 'quarantined' AND r.rule = {quote_text(ROW_WIDTH)})"
    for exclusion in file.exclusions:
        condition = exclusion.where.expanded(meanings).condition(bare)
        con.execute(
            f"UPDATE source_rows SET state = 'excluded', rule = {quote_text(exclusion.rule)} "
            f'WHERE row_id IN (SELECT row_id FROM (SELECT here.row_id, here."@may_go" AND {condition} '
            f'AS met FROM (SELECT s.*, {live} AS "@live", {may_go} AS "@may_go" FROM source.{source} AS s '
            f"JOIN source_rows AS r USING (row_id)) AS here) WHERE met)"
        )


def derive_columns(con: duckdb.DuckDBPyConnection, file: FileMapping, around: Surroundings) -> None:
    """Make `working."<file id>"`: the rows as read, whether each is live, and the derived columns."""
    name = quote_name(file.specification.id)
    con.execute(
        f"CREATE OR REPLACE TEMP VIEW live_rows AS SELECT s.*, r.state = 'received' AS \"@live\" "
        f"FROM source.{name} AS s JOIN source_rows AS r USING (row_id)"
    )
    query = "SELECT * FROM live_rows AS here"
    for derived, formula in file.derived.items():
        value = formula.sql(around)
        kind = SQL_TYPE[value.type]
        query = (
            f"SELECT *, CAST({value.sql} AS {kind}) AS {quote_name(derived)} FROM ({query}) AS here"
        )
    names = ", ".join(["row_id", '"@live"', *(quote_name(derived) for derived in file.derived)])
    con.execute(f"CREATE OR REPLACE TABLE derived.{name} AS SELECT {names} FROM ({query})")
    con.execute(
        f"CREATE OR REPLACE VIEW working.{name} AS SELECT s.*, d.* EXCLUDE (row_id) "
        f"FROM source.{name} AS s JOIN derived.{name} AS d USING (row_id)"
    )
    con.execute("DROP VIEW live_rows")


def check_rows(con: duckdb.DuckDBPyConnection, check: Check, around: Surroundings) -> None:
    """Apply a row check to the live rows: those that fail it are quarantined or kept with a finding."""
    asserted = check.assertion.condition(replace(around, tolerance=check.tolerance))
    # Judged in the list of columns: a condition over several rows may not stand in WHERE.
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE judged AS SELECT row_id, holds FROM "
        f'(SELECT here.row_id, here."@live" AND {_applies(check, around)} AS applies, '
        f"{asserted} AS holds FROM working.{quote_name(check.file)} AS here) WHERE applies"
    )
    _note_unapplied(con, check, "judged")
    _note_failures(con, check, f"SELECT row_id FROM judged WHERE NOT {_verdict('holds', check)}")
    con.execute("DROP TABLE judged")


def check_groups(con: duckdb.DuckDBPyConnection, check: Check, around: Surroundings) -> None:
    """Apply a check of groups (or of the whole file) to all rows read, totals included.

    A failing group is quarantined whole, or noted once, on its first row.
    """
    grouped = replace(around, grouped=check.group_by, tolerance=check.tolerance)
    asserted = check.assertion.condition(grouped)
    keys = [around.cell(name).sql for name in check.group_by or ()]
    rows = (
        f'(SELECT here.* FROM (SELECT here.*, {_applies(check, around)} AS "@applies" '
        f"FROM working.{quote_name(check.file)} AS here) AS here "
        f"JOIN source_rows AS r ON r.row_id = here.row_id "
        f"WHERE r.state <> 'quarantined' AND here.\"@applies\")"
    )
    by = f" GROUP BY {', '.join(keys)}" if keys else ""
    judged = f"(SELECT {asserted} AS holds FROM {rows} AS here{by} HAVING count(*) > 0)"
    _note_unapplied(con, check, judged)
    having = f"HAVING NOT {_verdict(asserted, check)}"
    if check.severity == "fail":
        named = [f"{key} AS key_{number}" for number, key in enumerate(keys)]
        same = [
            f"{key} IS NOT DISTINCT FROM failed.key_{number}" for number, key in enumerate(keys)
        ]
        query = (
            f"SELECT here.row_id FROM {rows} AS here JOIN "
            f"(SELECT {', '.join([*named, '1 AS one'])} FROM {rows} AS here{by} {having}) AS failed "
            f"ON {' AND '.join(same) or 'TRUE'}"
        )
    else:
        query = f"SELECT min(here.row_id) AS row_id FROM {rows} AS here{by} {having}"
    _note_failures(con, check, query)


def _derived_trees(file: FileMapping) -> dict:
    trees: dict = {}
    for name, formula in file.derived.items():
        trees[name] = formula.expanded(trees).tree
    return trees


def _applies(check: Check, around: Surroundings) -> str:
    return check.where.condition(around) if isinstance(check.where, Formula) else "TRUE"


def _verdict(asserted: str, check: Check) -> str:
    return f"coalesce({asserted}, {'FALSE' if check.missing_fails else 'TRUE'})"


def _note_unapplied(con: duckdb.DuckDBPyConnection, check: Check, judged: str) -> None:
    """A check that could nowhere be judged would pass for one that holds."""
    [(count, told)] = con.execute(f"SELECT count(*), count(holds) FROM {judged}").fetchall()
    if not count or told or check.missing_fails:
        return
    message = (
        f"The check {check.rule} was applied nowhere: a value that it compares is always missing."
    )
    con.execute(
        "INSERT INTO findings VALUES (NULL, ?, NULL, NULL, ?, 'review', ?)",
        [check.file, UNAPPLIED_RULE, message],
    )


def _note_failures(con: duckdb.DuckDBPyConnection, check: Check, query: str) -> None:
    con.execute(f"CREATE OR REPLACE TEMP TABLE failing AS {query}")
    con.execute(
        f"INSERT INTO findings SELECT row_id, {quote_text(check.file)}, NULL, NULL, "
        f"{quote_text(check.rule)}, {quote_text(check.severity)}, {quote_text(check.because)} "
        f"FROM failing ORDER BY row_id"
    )
    if check.severity == "fail":
        quarantine_rows(con, "SELECT row_id FROM failing", check.rule)
    con.execute("DROP TABLE failing")


def quarantine_rows(con: duckdb.DuckDBPyConnection, query: str, rule: str) -> None:
    """Set aside whole the source rows whose ids the query gives, unless they are out already."""
    con.execute(
        f"UPDATE source_rows SET state = 'quarantined', rule = {quote_text(rule)} "
        f"WHERE state IN ('received', 'accepted') AND row_id IN ({query})"
    )
