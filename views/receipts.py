"""What agencies sent, what became of it, and what the checks found: two tables with their files."""

from charts import format as reads
from release.read import Release
from views import frame, reading
from views.html import element

PAGE = "data_quality"
SEVERITIES = {
    "fail": "Row set aside",
    "review": "Row kept, to be looked at",
    "blanked": "Value emptied, row kept",
}
VERDICTS = {"pass": "✓ Pass", "review": "◉ Review", "fail": "✗ Fail"}


def summary(submissions: list[dict]) -> str:
    """How many rows came, and what became of them."""

    def total(column):
        return sum(row[column] or 0 for row in submissions)

    received, accepted = total("rows_received"), total("rows_accepted")
    share = reads.value(accepted / received, "share") if received else "none"
    # A share that is rounded up to all would hide what was set aside.
    share = "more than 99.9%" if share == "100.0%" and accepted < received else share
    return (
        f"{reads.many(len(submissions), 'submission')} with {reads.many(received, 'row')}: {accepted:,} accepted ({share}), "
        f"{total('rows_quarantined'):,} set aside because a rule was not met, "
        f"{total('rows_excluded'):,} left out by the mapping (totals, notes)."
    )


def received(release: Release, submissions: list[dict]) -> None:
    """The submissions, by agency and period."""
    frame.section("What came in")
    if not submissions:
        frame.say("Nothing was received.")
        return
    names = reading.labels(release)
    agencies = {row["agency_id"]: row["name"] for row in reading.table(release, "agencies")}
    ordered = sorted(submissions, key=lambda row: (row["agency_id"], row["period_end"]))
    rows = [
        (
            agencies.get(row["agency_id"]) or row["agency_id"],
            names.place(row["jurisdiction"]) if row["jurisdiction"] else "Several",
            reads.period(row["period_start"], row["period_end"]),
            *(_rows(row, f"rows_{what}") for what in COLUMNS),
            VERDICTS.get(row["verdict"], row["verdict"] or "Not given") + _replaced(row),
        )
        for row in ordered
    ]
    headings = ("Agency", "Place", "Period", *COLUMNS.values(), "Verdict")
    frame.table(
        release, "Submissions, in rows", headings, rows, (3, 4, 5, 6), name=PAGE, data=ordered
    )


def findings(release: Release, found: list[dict]) -> None:
    """What the checks found, rule by rule."""
    frame.section("What the checks found")
    if not found:
        frame.say("The checks found nothing.")
        return
    rules: dict[tuple, list[dict]] = {}
    for row in found:
        key = (row["rule"], row["severity"], row["table_name"], row["column_name"], row["message"])
        rules.setdefault(key, []).append(row)
    rows = [
        (
            message,
            SEVERITIES.get(severity, severity),
            ".".join(part for part in (where, column) if part) or "Whole file",
            f"{len(of_rule):,}",
            _total(of_rule),
            element("code", rule),
        )
        for (rule, severity, where, column, message), of_rule in sorted(
            rules.items(), key=lambda item: str(item[0])
        )
    ]
    headings = ("What is wrong", "What followed", "Where", "Submissions", "Rows", "Rule")
    frame.table(release, "Findings by rule", headings, rows, (3,), name=PAGE, data=found)


COLUMNS = {
    "received": "Received",
    "accepted": "Accepted",
    "quarantined": "Set aside",
    "excluded": "Left out",
}
"""What became of rows -> heading of its column."""


def _replaced(row: dict) -> str:
    """A corrected submission takes the place of the one before, which counts no more."""
    return ", replaced by a newer one" if row["superseded_by"] else ""


def _total(found: list[dict]) -> str:
    """Rows concerned; small counts are hidden, so a sum over them is a lower end."""
    known = [row["rows"] for row in found if row["rows"] is not None]
    hidden = len(found) - len(known)
    if not hidden:
        return f"{sum(known):,}"
    return f"{sum(known):,} and some hidden" if known else "Under 10, hidden"


def _rows(row: dict, column: str) -> str:
    return "Hidden" if row[column] is None else f"{row[column]:,}"
