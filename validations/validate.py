"""Judges a submission: maps it, checks it, sets failing source rows aside, until what is left holds."""

from collections.abc import Callable, Iterable

import duckdb

from data.intake.submission import Submission
from data.schema import submitted_tables
from data.store import Known
from validations.asking import select_broken
from validations.declared import declared_rules
from validations.expected import Expected, expected_of
from validations.findings import (
    create_findings,
    forget_remarks,
    note_mapping,
    note_rows,
    note_rule,
    rows_to_quarantine,
)
from validations.generated import generated_rules
from validations.prose import lay_out_pseudonyms
from validations.report import Report
from validations.report_sources import report_of, table_rows
from validations.rule import Rule
from validations.suites import broken_rows
from validations.surroundings import attach_surroundings, complete_tables, lay_out_events


def validate(
    submission: Submission, known: Known | None = None, progress: Callable | None = None
) -> Report:
    """The report on a submission, whose failing rows are quarantined and whose mapped tables hold the rest.

    `known` is what was accepted before; rows may refer to it. A row set aside can leave others
    without the row they refer to, so checks repeat until no further row falls. Nothing is written.
    """
    con, tell = submission.con, progress or (lambda *_: None)
    known = known or Known()
    create_findings(con)
    attach_surroundings(
        con,
        known,
        {
            "agency_id": submission.agency_id,
            "mapping": submission.mapping.name,
            "period_start": submission.period[0],
            "period_end": submission.period[1],
            "as_of": submission.as_of,
        },
    )
    round, merged, asked = 0, set(), {}
    while True:
        tell(
            "Mapping rows"
            if round == 0
            else f"Mapping rows again without those set aside ({round})"
        )
        submission.map()
        note_mapping(con, round)
        complete_tables(con)
        # Only rows made of several source rows can read differently once one of these is gone.
        filled = filled_tables(con)
        looked_at = filled if round == 0 else merged & filled
        if round == 0:
            merged = merged_tables(con, filled)
        tell("Checking columns")
        expected = [one for table in sorted(looked_at) for one in expectations(submission, table)]
        asked |= {one.id: one for one in expected}
        for one, rows in broken_rows(con, expected):
            note_rows(con, one, rows, round)
        tell("Checking rules across tables")
        lay_out_events(con)
        lay_out_pseudonyms(con, filled, known.filled_tables())
        put = [rule for rule in rules() if rule.table is None or rule.table in filled]
        asked |= {rule.id: rule for rule in put}
        for rule in select_broken(con, put, known.filled_tables()):
            note_rule(con, rule, round)
        failing = rows_to_quarantine(con)
        if not failing:
            return report_of(submission, asked)
        for rule_id, row_ids in failing.items():
            submission.quarantine(row_ids, rule_id)
        forget_remarks(con)
        round += 1


def rules() -> tuple[Rule, ...]:
    """Every rule across rows or tables: those declared and those that follow from the schema."""
    return (*generated_rules(), *declared_rules())


def expectations(submission: Submission, table: str) -> list[Expected]:
    """The suite of one table for this submission's dates."""
    mapping = submission.mapping
    latest = mapping.latest or submission.as_of
    return expected_of(submitted_tables()[table], mapping.earliest, latest)


def filled_tables(con: duckdb.DuckDBPyConnection) -> set[str]:
    """The mapped tables that have rows."""
    return set(table_rows(con))


def merged_tables(con: duckdb.DuckDBPyConnection, tables: Iterable[str]) -> set[str]:
    """The given tables in which some row was made of several source rows."""
    some = [
        f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM mapped.{table} WHERE len(row_ids) > 1)"
        for table in tables
    ]
    return (
        {table for (table,) in con.execute(" UNION ALL ".join(some)).fetchall()} if some else set()
    )
