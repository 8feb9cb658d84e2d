"""The report on one submission: verdict, row accounts, rules broken and held, rows set aside."""

import csv
import io
import json
from dataclasses import dataclass
from datetime import date

import pandas

from validations.cells import guarded_cell
from validations.verdict import Account

QUARANTINE_COLUMNS = ("file", "sheet", "row", "table", "column", "rule")
SHOWN_ROWS = 100
"""Quarantined rows that page and JSON list; quarantine.csv has all."""


@dataclass(frozen=True)
class BrokenRule:
    """A rule that did not hold, and in how many source rows (values, for `blanked`).

    `severity` is fail, review or blanked. `follow_ups` counts the rows that only fell because a row
    they depend on was set aside. `is_whole` says that it is about the submission, or about rows of
    the mapping itself, rather than about source rows.
    """

    rule: str
    severity: str
    table: str | None
    column: str | None
    message: str
    remedy: str
    rows: int
    follow_ups: int = 0
    is_whole: bool = False


@dataclass(frozen=True)
class HeldRule:
    """A rule that was asked and held everywhere. `origin` is column, across (rows or tables) or mapping."""

    rule: str
    origin: str
    message: str


@dataclass(frozen=True)
class Report:
    """What validation found. Holds places and rules, never a value of a cell.

    `quarantine` has one row a quarantined source row and rule (QUARANTINE_COLUMNS); `tables` the
    mapped rows that are left a table; `excluded` rows left out by rule of the mapping.
    """

    agency_id: str
    mapping: str
    mapping_title: str
    scope: str
    period_start: date
    period_end: date
    as_of: date
    verdict: str
    sentence: str
    account: Account
    values_blanked: int
    excluded: tuple[tuple[str, str, int], ...]
    tables: dict[str, int]
    findings: tuple[BrokenRule, ...]
    held: tuple[HeldRule, ...]
    quarantine: pandas.DataFrame
    is_synthetic: bool = False

    def of_severity(self, severity: str) -> list[BrokenRule]:
        return [finding for finding in self.findings if finding.severity == severity]

    def to_dict(self) -> dict:
        """The report as plain data: what validation.json holds."""
        shown = self.quarantine.head(SHOWN_ROWS).astype(object)
        rows = shown.where(shown.notna(), None).to_dict("records")
        return {
            "agency_id": self.agency_id,
            "mapping": self.mapping,
            "scope": self.scope,
            "period_start": self.period_start.isoformat(),
            "period_end": self.period_end.isoformat(),
            "as_of": self.as_of.isoformat(),
            "is_synthetic": self.is_synthetic,
            "verdict": self.verdict,
            "sentence": self.sentence,
            "rows": vars(self.account),
            "values_blanked": self.values_blanked,
            "excluded": [
                {"rule": rule, "because": because, "rows": count}
                for rule, because, count in self.excluded
            ],
            "tables": self.tables,
            "findings": [vars(finding) for finding in self.findings],
            "held": [vars(held) for held in self.held],
            "quarantined_rows": rows,
        }

    def json(self) -> str:
        return json.dumps(self.to_dict(), indent=1, ensure_ascii=False)

    def remarks(self) -> list[str]:
        """One line a broken rule, the ones that set rows aside first."""
        return [
            f"{finding.rule}: {counted(finding)}. {finding.message} {finding.remedy}"
            for finding in self.findings
        ]

    def text(self) -> str:
        """The report as a steward reads it on a terminal."""
        account = self.account
        lines = [
            f"{'SYNTHETIC. ' if self.is_synthetic else ''}Verdict: {self.verdict}. {self.sentence}",
            f"Rows: {account.received:,} received = {account.accepted:,} that hold + "
            f"{account.quarantined:,} to quarantine + {account.excluded:,} excluded by the mapping.",
            *(f"  - {remark}" for remark in self.remarks()),
            f"{len(self.held):,} rules held.",
        ]
        return "\n".join(lines)

    def quarantine_csv(self) -> str:
        """Every quarantined source row with its place and rule."""
        out = io.StringIO()
        # Python before 3.13 quotes of all line breaks only those that end a line here.
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(QUARANTINE_COLUMNS)
        for row in self.quarantine.itertuples(index=False):
            writer.writerow("" if pandas.isna(cell) else guarded_cell(str(cell)) for cell in row)
        return out.getvalue()


def counted(finding: BrokenRule) -> str:
    """How often a rule was broken, in words."""
    if finding.is_whole:
        return "the submission as a whole"
    unit = "value" if finding.severity == "blanked" else "row"
    text = f"{finding.rows:,} {unit}{'' if finding.rows == 1 else 's'}"
    if finding.follow_ups == finding.rows:
        return f"{text}, all because of rows set aside before"
    if finding.follow_ups:
        return f"{text}, {finding.follow_ups:,} of them because of rows set aside before"
    return text
