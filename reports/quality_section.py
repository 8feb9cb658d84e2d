"""The chapter on the data: who sent what, what the validations found, and what came of it."""

from charts import format as reads
from charts.joining import with_commas
from languages import Said, later, phrase, phrase_for, whole
from reports.blocks import Heading, NewPage, Paragraph, Table
from reports.reading import Reading
from reports.sourced import of_table
from reports.subject import Subject

MOST_ROWS = 40
COUNTS = ("rows_received", "rows_accepted", "rows_quarantined", "rows_excluded")
CONSEQUENCES = Said(
    {
        "fail": later("Row set aside"),
        "review": later("Row kept"),
        "blanked": later("Value emptied, row kept"),
    }
)


def quality_section(reading: Reading, subject: Subject) -> list:
    """The chapter: a sentence, submissions with their rows and verdict, findings by rule."""
    submissions = reading.about("submissions", subject.codes)
    findings = reading.about("data_quality", subject.codes)
    blocks = [
        NewPage(),
        Heading(1, phrase("The data behind it"), anchor="data"),
        Paragraph(_sentence(submissions)),
    ]
    if submissions:
        blocks.append(_submissions(submissions, reading))
    if findings:
        blocks.append(_findings(findings, reading))
    return blocks


def _sentence(submissions: list[dict]) -> str:
    if not submissions:
        return phrase("No submission of case data stands behind this report.")
    agencies = len({(row["jurisdiction"], row["agency_id"]) for row in submissions})
    sent = phrase_for(len(submissions), "{number} submission", "{number} submissions")
    by = phrase_for(agencies, "{number} agency", "{number} agencies")
    told = [phrase("{submissions} from {agencies}.", submissions=sent, agencies=by)]
    known = [row for row in submissions if None not in _rows(row)]
    if known:
        totals = map(reads.count, map(sum, zip(*map(_rows, known), strict=True)))
        received, accepted, quarantined, excluded = totals
        told.append(
            phrase(
                "Of {received} rows received, {accepted} were accepted, {quarantined} set aside because a rule was not met, and "
                "{excluded} left out by a declared rule.",
                received=received,
                accepted=accepted,
                quarantined=quarantined,
                excluded=excluded,
            )
        )
    if hidden := len(submissions) - len(known):
        told.append(
            phrase_for(
                hidden,
                "Row counts of {number} submission are hidden in part.",
                "Row counts of {number} submissions are hidden in part.",
            )
        )
    return " ".join(told)


def _rows(row: dict) -> tuple:
    return tuple(row[name] for name in COUNTS)


def _submissions(submissions: list[dict], reading: Reading) -> Table:
    names = {row["agency_id"]: row["name"] for row in reading.table("agencies")}
    rows = []
    for row in submissions[:MOST_ROWS]:
        verdict = reading.labels.category("verdict", row["verdict"])
        replaced = phrase("replaced by a newer one") if row["superseded_by"] else ""
        rows.append(
            (
                names.get(row["agency_id"]) or row["agency_id"],
                reads.period(row["period_start"], row["period_end"]),
                *(_count(number) for number in _rows(row)),
                with_commas([verdict, replaced]),
            )
        )
    headings = (
        phrase("Agency"),
        phrase("Period"),
        phrase("Received"),
        phrase("Accepted"),
        phrase("Set aside"),
        phrase("Left out"),
        phrase("Verdict"),
    )
    note = (
        f"{_more(len(submissions))} {of_table('submissions', reading.release.release_id)}".strip()
    )
    numbers = frozenset({2, 3, 4, 5})
    widths = (2.2, 1.5, 0.9, 0.9, 0.9, 0.9, 1.4)
    return Table(phrase("Submissions"), headings, tuple(rows), numbers, note, widths)


def _findings(findings: list[dict], reading: Reading) -> Table:
    by_rule: dict[tuple, list[dict]] = {}
    for row in findings:
        by_rule.setdefault((row["severity"], row["rule"], row["message"]), []).append(row)
    rows = []
    for (severity, rule, message), group in sorted(by_rule.items(), key=lambda item: str(item[0])):
        known = [row["rows"] for row in group if row["rows"] is not None]
        counted = reads.count(sum(known)) if known else _count(None)
        if known and len(known) < len(group):
            # A sum over all but the hidden ones would say too little: it is a floor, and reads as one.
            counted = phrase("at least {count}", count=counted)
        submissions = len({row["submission_id"] for row in group})
        consequence = CONSEQUENCES.get(severity) or severity
        rows.append((rule, message, consequence, counted, whole(submissions)))
    headings = (
        phrase("Rule"),
        phrase("What is wrong"),
        phrase("What became of it"),
        phrase("Rows"),
        phrase("Submissions"),
    )
    note = f"{_more(len(rows))} {of_table('data_quality', reading.release.release_id)}".strip()
    title = phrase("What the validations found")
    shown = tuple(rows[:MOST_ROWS])
    return Table(title, headings, shown, frozenset({3, 4}), note, (1.7, 2.8, 1.1, 0.8, 1))


def _more(rows: int) -> str:
    left = rows - MOST_ROWS
    if left <= 0:
        return ""
    return phrase_for(
        left, "{number} more stands in the workbook.", "{number} more stand in the workbook."
    )


def _count(number: float | None) -> str:
    return reads.BLANKS["suppressed"].shorthand if number is None else reads.count(number)
