"""What the report says about the data it rests on: who sent what, and what the validations found."""

from charts import format as reads
from charts.labels import Labels
from release.read import Release
from reports.names import records

MOST_ROWS = 80


def quality_section(release: Release, jurisdiction: str | None, labels: Labels) -> dict:
    """Two tables: submissions with their rows and verdict, and findings by rule."""
    submissions = _of(records(release.table("submissions")), jurisdiction)
    findings = _of(records(release.table("data_quality")), jurisdiction)
    return {
        "sentence": _sentence(submissions),
        "submissions": _submissions(submissions, records(release.table("agencies")), labels),
        "findings": _findings(findings),
    }


def _of(rows: list[dict], jurisdiction: str | None) -> list[dict]:
    return [row for row in rows if jurisdiction in (None, row["jurisdiction"])]


def _sentence(submissions: list[dict]) -> str:
    if not submissions:
        return "No submission of case data stands behind this report."
    agencies = {(row["jurisdiction"], row["agency_id"]) for row in submissions}
    words = f"{_many(len(submissions), 'submission')} from {reads.many(len(agencies), 'agency', 'agencies')}."
    known = [row for row in submissions if None not in _rows(row)]
    totals = [sum(column) for column in zip(*map(_rows, known), strict=True)] if known else []
    if totals:
        received, accepted, quarantined, excluded = map(reads.count, totals)
        words += (
            f" Of {received} rows received, {accepted} were accepted, {quarantined} set aside"
            f" because a rule was not met, and {excluded} left out by a declared rule."
        )
    hidden = len(submissions) - len(known)
    if hidden:
        words += f" Row counts of {_many(hidden, 'submission')} are hidden in part."
    return words


def _rows(row: dict) -> tuple:
    names = ("rows_received", "rows_accepted", "rows_quarantined", "rows_excluded")
    return tuple(row[name] for name in names)


def _submissions(submissions: list[dict], agencies: list[dict], labels: Labels) -> dict | None:
    if not submissions:
        return None
    names = {row["agency_id"]: row["name"] for row in agencies}
    rows = [
        [
            names.get(row["agency_id"]) or row["agency_id"],
            reads.period(row["period_start"], row["period_end"]),
            *(_count(number) for number in _rows(row)),
            labels.category("verdict", row["verdict"])
            + (", replaced by a newer one" if row["superseded_by"] else ""),
        ]
        for row in submissions[:MOST_ROWS]
    ]
    left = len(submissions) - len(rows)
    return {
        "title": "Submissions",
        "columns": ["Agency", "Period", "Received", "Accepted", "Set aside", "Left out", "Verdict"],
        "aligns": ["left", "left", *["right"] * 4, "left"],
        "rows": rows,
        "note": f"{left} more stand in the workbook." if left else "",
    }


def _findings(findings: list[dict]) -> dict | None:
    if not findings:
        return None
    by_rule: dict[tuple, list[dict]] = {}
    for row in findings:
        by_rule.setdefault((row["severity"], row["rule"], row["message"]), []).append(row)
    rows = []
    for (severity, rule, message), group in sorted(by_rule.items(), key=lambda item: str(item[0])):
        known = [row["rows"] for row in group if row["rows"] is not None]
        # A sum over all but the hidden ones would say too little: it is a floor, and reads as one.
        floor = "at least " if len(known) < len(group) and known else ""
        counted = f"{floor}{reads.count(sum(known))}" if known else _count(None)
        submissions = len({row["submission_id"] for row in group})
        rows.append([rule, message, _consequence(severity), counted, reads.count(submissions)])
    left = len(rows) - MOST_ROWS
    return {
        "title": "What the validations found",
        "columns": ["Rule", "What is wrong", "What became of it", "Rows", "Submissions"],
        "aligns": ["left", "left", "left", "right", "right"],
        "rows": rows[:MOST_ROWS],
        "note": f"{left} more stand in the workbook." if left > 0 else "",
    }


def _consequence(severity: str) -> str:
    words = {"fail": "Row set aside", "review": "Row kept", "blanked": "Value emptied, row kept"}
    return words.get(severity, severity)


def _count(number: float | None) -> str:
    return reads.BLANKS["suppressed"].shorthand if number is None else reads.count(number)


def _many(number: int, thing: str) -> str:
    return f"{reads.count(number)} {thing}{'' if number == 1 else 's'}"
