"""What agencies sent, what became of it, and what the checks found: two tables with their files."""

from charts import format as reads
from languages import later, phrase, phrase_for, phrase_in, whole
from release.read import Release
from views import frame, reading
from views.html import as_stored, element

PAGE = "data_quality"
SEVERITIES = {
    "fail": later("Row set aside"),
    "review": later("Row kept, to be looked at"),
    "blanked": later("Value emptied, row kept"),
}
VERDICTS = {"pass": later("✓ Pass"), "review": later("◉ Review"), "fail": later("✗ Fail")}
REPLACED = later("{verdict}, replaced by a newer one")
"""A corrected submission takes the place of the one before, which counts no more."""


def summary(submissions: list[dict]) -> str:
    """How many rows came, and what became of them."""

    def total(column):
        return sum(row[column] or 0 for row in submissions)

    received, accepted = total("rows_received"), total("rows_accepted")
    share = (
        reads.value(accepted / received, "share")
        if received
        else phrase_in("share of rows", "none")
    )
    # A share that is rounded up to all would hide what was set aside.
    if share == reads.value(1, "share") and accepted < received:
        share = phrase("more than {share}", share=reads.value(0.999, "share"))
    return phrase(
        "{submissions} with {rows}: {accepted} accepted ({share}), {aside} set aside because a rule was "
        "not met, {left_out} left out by the mapping (totals, notes).",
        submissions=phrase_for(len(submissions), "{number} submission", "{number} submissions"),
        rows=phrase_for(received, "{number} row", "{number} rows"),
        accepted=whole(accepted),
        share=share,
        aside=whole(total("rows_quarantined")),
        left_out=whole(total("rows_excluded")),
    )


def verdict(row: dict) -> str:
    """What the checks say of a submission, and whether it was replaced."""
    given = row["verdict"] or phrase("Not given")
    said = phrase(VERDICTS[given]) if given in VERDICTS else given
    return phrase(REPLACED, verdict=said) if row["superseded_by"] else said


def received(release: Release, submissions: list[dict]) -> None:
    """The submissions, by agency and period."""
    frame.section(phrase("What came in"))
    if not submissions:
        frame.say(phrase("Nothing was received."))
        return
    names = reading.labels(release)
    agencies = {row["agency_id"]: row["name"] for row in reading.table(release, "agencies")}
    ordered = sorted(submissions, key=lambda row: (row["agency_id"], row["period_end"]))
    rows = [
        (
            agencies.get(row["agency_id"]) or row["agency_id"],
            names.place(row["jurisdiction"]) if row["jurisdiction"] else phrase("Several"),
            reads.period(row["period_start"], row["period_end"]),
            *(_rows(row, f"rows_{what}") for what in COLUMNS),
            verdict(row),
        )
        for row in ordered
    ]
    headings = (phrase("Agency"), phrase("Place"), phrase("Period"))
    headings += (*map(phrase, COLUMNS.values()), phrase("Verdict"))
    caption = phrase("Submissions, in rows")
    frame.table(release, caption, headings, rows, (3, 4, 5, 6), name=PAGE, data=ordered)


def findings(release: Release, found: list[dict]) -> None:
    """What the checks found, rule by rule."""
    frame.section(phrase("What the checks found"))
    if not found:
        frame.say(phrase("The checks found nothing."))
        return
    rules: dict[tuple, list[dict]] = {}
    for row in found:
        key = (row["rule"], row["severity"], row["table_name"], row["column_name"], row["message"])
        rules.setdefault(key, []).append(row)
    rows = [
        (
            as_stored(message),
            phrase(SEVERITIES[severity]) if severity in SEVERITIES else severity,
            ".".join(part for part in (where, column) if part) or phrase("Whole file"),
            whole(len(of_rule)),
            _total(of_rule),
            element("code", rule),
        )
        for (rule, severity, where, column, message), of_rule in sorted(
            rules.items(), key=lambda item: str(item[0])
        )
    ]
    headings = (phrase("What is wrong"), phrase("What followed"), phrase("Where"))
    headings += (phrase("Submissions"), phrase("Rows"), phrase("Rule"))
    caption = phrase("Findings by rule")
    frame.table(release, caption, headings, rows, (3,), name=PAGE, data=found)


COLUMNS = {
    "received": later("Received"),
    "accepted": later("Accepted"),
    "quarantined": later("Set aside"),
    "excluded": later("Left out"),
}
"""What became of rows -> heading of its column."""


def _total(found: list[dict]) -> str:
    """Rows concerned; small counts are hidden, so a sum over them is a lower end."""
    known = [row["rows"] for row in found if row["rows"] is not None]
    hidden = len(found) - len(known)
    if not hidden:
        return whole(sum(known))
    if not known:
        return phrase("Under 10, hidden")
    return phrase("{count} and some hidden", count=whole(sum(known)))


def _rows(row: dict, column: str) -> str:
    return phrase("Hidden") if row[column] is None else whole(row[column])
