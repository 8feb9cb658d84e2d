"""The chapter on revisions: what is told otherwise than in the release before, or that there is none before."""

from charts import format as reads
from charts import release_words
from charts.compliance import state_words
from charts.joining import in_turn, named
from languages import Said, later, phrase, phrase_for
from reports.blocks import Heading, Paragraph, Table
from reports.duty_words import duty_name
from reports.reading import Reading
from reports.sourced import of_table
from reports.subject import Subject

MOST_ROWS = 30
SIZES = (later("fewer than 10"), later("10 to 99"), later("100 or more"))
"""How many results a row of the release is about: it says no more, lest the few who came late be counted."""
WHAT = Said(
    {
        "revised": later("Told anew"),
        "held": later("Stands as it was"),
        "withdrawn": later("Told no more"),
    }
)


def revisions_section(reading: Reading, subject: Subject) -> list:
    """The chapter; a first release says that it is one."""
    title = Heading(1, phrase("Revised since the last release"), anchor="revisions")
    before = reading.table("release")[0].get("previous_release")
    numbers = reading.about("revisions", subject.codes)
    changes = reading.about("compliance_changes", subject.codes)
    if not (before or numbers or changes):
        said = phrase(
            "This is a first release: there is none before it that its numbers could be compared with. Revisions will stand here from the next "
            "release on, each with its reason."
        )
        return [title, Paragraph(said)]
    before = before or phrase("the release before")
    return [
        title,
        Paragraph(_summary(before, numbers, changes)),
        *([_numbers(numbers, reading, subject)] if numbers else []),
        *([_changes(changes, reading, subject)] if changes else []),
    ]


def _summary(before: str, numbers: list[dict], changes: list[dict]) -> str:
    told = sum(row["what"] == "revised" for row in numbers)
    held = sum(row["what"] == "held" for row in numbers)
    said = [phrase("Compared with release {release}.", release=before)]
    said.append(
        phrase_for(
            told,
            "Numbers were told anew for {number} period of a metric.",
            "Numbers were told anew for {number} periods of a metric.",
        )
        if told
        else phrase("No number was told anew.")
    )
    if held:
        said.append(
            phrase_for(
                held,
                "{number} stands as it was, because a small change would count the few people who came late.",
                "{number} stand as they were, because a small change would count the few people who came late.",
            )
        )
    gone = sum(row["what"] == "withdrawn" for row in numbers)
    if gone:
        said.append(
            phrase_for(
                gone,
                "Numbers of {number} period of a metric stood in it and are told no more.",
                "Numbers of {number} periods of a metric stood in it and are told no more.",
            )
        )
    new = sum(row["state_before"] is None for row in changes)
    changed = len(changes) - new
    said.append(
        phrase_for(
            changed,
            "{number} duty stands differently than before.",
            "{number} duties stand differently than before.",
        )
        if changed
        else phrase("No duty stands differently than before.")
    )
    if new:
        said.append(
            phrase_for(
                new,
                "{number} is told for the first time.",
                "{number} are told for the first time.",
            )
        )
    return " ".join(said)


def _numbers(rows: list[dict], reading: Reading, subject: Subject) -> Table:
    by_metric: dict[tuple, list[dict]] = {}
    for row in rows:
        key = (row["metric_id"], row["jurisdiction"], row["what"], row["reason"] or "")
        by_metric.setdefault(key, []).append(row)
    place = () if subject.code else (phrase("Place"),)
    cells = []
    for (metric_id, jurisdiction, what, reason), each in by_metric.items():
        definition = reading.definitions.get(metric_id)
        start, end = min(r["period_start"] for r in each), max(r["period_end"] for r in each)
        cells.append(
            (
                *(() if subject.code else (reading.labels.place(jurisdiction),)),
                release_words.title(definition) if definition else metric_id,
                WHAT.get(what) or what,
                phrase("{first} to {last}", first=reads.day(start), last=reads.day(end)),
                in_turn(map(phrase, dict.fromkeys(row["results"] for row in each))),
                reason or phrase("No reason given"),
            )
        )
    headings = (
        *place,
        phrase("Measure"),
        phrase("What"),
        phrase("Between"),
        phrase("Results"),
        phrase("Why"),
    )
    note = f"{_more(len(cells))} {of_table('revisions', reading.release.release_id)}".strip()
    shown = tuple(cells[:MOST_ROWS])
    return Table(phrase("Numbers, and what became of them"), headings, shown, note=note)


def _changes(rows: list[dict], reading: Reading, subject: Subject) -> Table:
    labels = reading.labels

    def state(code: str | None) -> str:
        return state_words(code, labels).label if code else phrase("nothing")

    cells = tuple(
        (
            *(() if subject.code else (labels.place(row["jurisdiction"]),)),
            f"{duty_name(row['obligation_id'], reading)}\n[{row['obligation_id']}]",
            labels.category("aspect", row["aspect"]),
            named(phrase("Before"), state(row["state_before"])),
            named(phrase("Now"), state(row["state_now"])),
            row["reason"] or phrase("No reason given"),
        )
        for row in rows[:MOST_ROWS]
    )
    place = () if subject.code else (phrase("Place"),)
    headings = (
        *place,
        phrase("Duty"),
        phrase("Aspect"),
        phrase("State before"),
        phrase("State now"),
        phrase("Why"),
    )
    note = (
        f"{_more(len(rows))} {of_table('compliance_changes', reading.release.release_id)}".strip()
    )
    return Table(phrase("Duties that stand differently"), headings, cells, note=note)


def _more(rows: int) -> str:
    left = rows - MOST_ROWS
    if left <= 0:
        return ""
    return phrase_for(
        left, "{number} more stands in the workbook.", "{number} more stand in the workbook."
    )
