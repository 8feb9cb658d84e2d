"""What agencies sent, what became of it, and what the checks found."""

import streamlit as st

from charts import format as reads
from release.read import Release
from views import frame, reading, results_table
from views.filters import place_label
from views.html import element, join, link, table

SEVERITIES = {
    "fail": "Row set aside",
    "review": "Row kept, to be looked at",
    "blanked": "Value emptied, row kept",
}
VERDICTS = {"pass": "✓ Pass", "review": "◉ Review", "fail": "✗ Fail"}
EVERYWHERE = "everywhere"


def show(release: Release) -> None:
    """The page."""
    frame.heading("Data quality", "Who reported, what could be used, and what did the checks find?")
    names = reading.labels(release)
    submissions = reading.table(release, "submissions")
    places = sorted({row["jurisdiction"] for row in submissions}, key=names.place)
    place = st.selectbox(
        "Place",
        [EVERYWHERE, *places],
        format_func=lambda code: "Everywhere" if code == EVERYWHERE else place_label(code, names),
        key="reported_by",
        bind="query-params",
        width=260,
    )
    findings = reading.table(release, "data_quality")
    if place != EVERYWHERE:
        submissions = [row for row in submissions if row["jurisdiction"] == place]
        findings = [row for row in findings if row["jurisdiction"] == place]
    frame.announce(_summary(submissions))
    if "reporting_completeness" in reading.definitions(release):
        more = link("Completeness of reporting", "reporting_completeness")
        frame.say(join(["How much of what was due has come in: ", more, "."]))
    _receipts(release, submissions, names)
    _findings(release, findings)


def _summary(submissions: list[dict]) -> str:
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


def _receipts(release: Release, submissions: list[dict], names) -> None:
    frame.section("What came in")
    if not submissions:
        frame.say("Nothing was received.")
        return
    agencies = {row["agency_id"]: row["name"] for row in reading.table(release, "agencies")}
    newest = sorted(submissions, key=lambda row: (row["agency_id"], row["period_end"]))
    rows = [
        (
            agencies.get(row["agency_id"]) or row["agency_id"],
            names.place(row["jurisdiction"]) if row["jurisdiction"] else "Several",
            reads.period(row["period_start"], row["period_end"]),
            _rows(row, "rows_received"),
            _rows(row, "rows_accepted"),
            _rows(row, "rows_quarantined"),
            _rows(row, "rows_excluded"),
            VERDICTS.get(row["verdict"], row["verdict"] or "Not given") + _replaced(row),
        )
        for row in newest
    ]
    headings = (
        "Agency",
        "Place",
        "Period",
        "Received",
        "Accepted",
        "Set aside",
        "Left out",
        "Verdict",
    )
    frame.html(table("Submissions, in rows", headings, rows, (3, 4, 5, 6)))
    results_table.download(release, newest, "data-quality", "submissions")


def _replaced(row: dict) -> str:
    """A corrected submission takes the place of the one before, which counts no more."""
    return ", replaced by a newer one" if row["superseded_by"] else ""


def _findings(release: Release, findings: list[dict]) -> None:
    frame.section("What the checks found")
    if not findings:
        frame.say("The checks found nothing.")
        return
    rules: dict[tuple, list[dict]] = {}
    for row in findings:
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
    frame.html(table("Findings by rule", headings, rows, (3,)))
    results_table.download(release, findings, "data-quality", "findings")


def _total(findings: list[dict]) -> str:
    """Rows concerned; small counts are hidden, so a sum over them is a lower end."""
    known = [row["rows"] for row in findings if row["rows"] is not None]
    hidden = len(findings) - len(known)
    if not hidden:
        return f"{sum(known):,}"
    return f"{sum(known):,} and some hidden" if known else "Under 10, hidden"


def _rows(row: dict, column: str) -> str:
    return "Hidden" if row[column] is None else f"{row[column]:,}"
