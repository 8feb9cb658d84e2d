"""Gathers a report from the working database once nothing changes any more."""

from collections.abc import Mapping

import duckdb
import pandas

from data.intake.submission import Submission
from data.schema import submitted_tables
from validations.expected import Expected
from validations.remedies import OF_THE_MAPPING, REMEDIES, SENTENCES
from validations.report import BrokenRule, HeldRule, Report
from validations.rule import Rule
from validations.verdict import Account, verdict

SEVERITY_ORDER = ("fail", "review", "blanked")


def report_of(submission: Submission, asked: Mapping[str, Rule | Expected]) -> Report:
    """The report on a submission that has been judged; `asked` are the rules that were put to it."""
    con, mapping = submission.con, submission.mapping
    account = Account(**vars(submission.counts()))
    account.check_adds_up()
    findings = broken_rules(con, asked)
    blanked = sum(one.rows for one in findings if one.severity == "blanked")
    remarks = [one for one in findings if one.severity == "review"]
    blocking = [one for one in findings if one.severity == "fail" and one.is_whole]
    decided, sentence = verdict(account, len(remarks), blanked, len(blocking))
    return Report(
        agency_id=submission.agency_id,
        mapping=mapping.name,
        mapping_title=mapping.title,
        scope=mapping.scope,
        period_start=submission.period[0],
        period_end=submission.period[1],
        as_of=submission.as_of,
        verdict=decided,
        sentence=sentence,
        account=account,
        values_blanked=blanked,
        excluded=excluded_rows(submission),
        tables=table_rows(con),
        findings=tuple(findings),
        held=tuple(held_rules(submission, asked, {one.rule for one in findings})),
        quarantine=quarantine(con),
    )


def broken_rules(
    con: duckdb.DuckDBPyConnection, asked: Mapping[str, Rule | Expected]
) -> list[BrokenRule]:
    """One record a rule and column that was broken. Remarks on rows set aside are left out: those rows are gone."""
    rows = con.execute(
        """
        SELECT rule, severity, "table", "column", min(message),
               count(row_id), count(row_id) FILTER (round > 0 AND severity = 'fail'), bool_or(row_id IS NULL)
        FROM (
            SELECT DISTINCT found.rule, severity, "table", "column", message, row_id, round
            FROM checked.findings AS found LEFT JOIN source_rows USING (row_id)
            WHERE severity = 'fail' OR row_id IS NULL OR state NOT IN ('quarantined', 'excluded')
            UNION ALL
            SELECT rule, 'fail', NULL, NULL, NULL, row_id, 0 FROM source_rows
            WHERE state = 'quarantined'
              AND row_id NOT IN (SELECT row_id FROM checked.findings
                                 WHERE severity = 'fail' AND row_id IS NOT NULL)
        )
        GROUP BY rule, severity, "table", "column"
        """
    ).fetchall()
    found = [
        BrokenRule(
            rule=rule,
            severity=severity,
            table=table,
            column=column,
            message=message or SENTENCES.get(rule, OF_THE_MAPPING),
            remedy=asked[rule].remedy if rule in asked else REMEDIES.get(rule, OF_THE_MAPPING),
            rows=count,
            follow_ups=follow_ups,
            is_whole=is_whole,
        )
        for rule, severity, table, column, message, count, follow_ups, is_whole in rows
    ]
    return sorted(
        found,
        key=lambda one: (
            SEVERITY_ORDER.index(one.severity), one.follow_ups == one.rows, -one.rows, one.rule, str(one.table), str(one.column),
        ),
    )  # fmt: skip


def held_rules(
    submission: Submission, asked: Mapping[str, Rule | Expected], broken: set[str]
) -> list[HeldRule]:
    """Every rule that was put to the submission and held: its mapping's own checks first."""
    mapping = submission.mapping
    checks = [*mapping.checks, *(check for file in mapping.files for check in file.checks)]
    held = [
        HeldRule(check.rule, "mapping", check.because)
        for check in checks
        if check.rule not in broken
    ]
    for rule in sorted(asked.values(), key=lambda one: one.id):
        if rule.id not in broken:
            origin = "column" if isinstance(rule, Expected) else "across"
            held.append(HeldRule(rule.id, origin, rule.because))
    return held


def excluded_rows(submission: Submission) -> tuple[tuple[str, str, int], ...]:
    """Rule, reason and number of the rows that the mapping leaves out."""
    reasons = {
        exclusion.rule: exclusion.because
        for file in submission.mapping.files
        for exclusion in file.exclusions
    }
    rows = submission.con.execute(
        "SELECT rule, count(*) FROM source_rows WHERE state = 'excluded' GROUP BY rule ORDER BY rule"
    ).fetchall()
    return tuple((rule, reasons.get(rule, ""), count) for rule, count in rows)


def table_rows(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Rows left in each mapped table that has any."""
    names = list(submitted_tables())
    counts = " UNION ALL ".join(
        f"SELECT {place}, count(*) FROM mapped.{name}" for place, name in enumerate(names)
    )
    return {names[place]: count for place, count in sorted(con.execute(counts).fetchall()) if count}


def quarantine(con: duckdb.DuckDBPyConnection) -> pandas.DataFrame:
    """One row a quarantined source row and rule it breaks, in the order received."""
    return con.execute(
        """
        SELECT s.file, s.sheet, s."row", f."table", f."column", coalesce(f.rule, s.rule) AS rule
        FROM source_rows AS s
        LEFT JOIN (SELECT DISTINCT row_id, "table", "column", rule FROM checked.findings
                   WHERE severity = 'fail') AS f USING (row_id)
        WHERE s.state = 'quarantined'
        ORDER BY s.row_id, f."table", f."column", rule
        """
    ).df()
