"""Submissions that a later one has replaced: who corrected what, for which period."""

from charts import format as reads
from languages import phrase, phrase_for, whole
from release.read import Release
from views import frame, reading
from views.compliance_filters import ALL


def corrected(release: Release, place: str) -> list[dict]:
    """Submissions that count no more because the same agency sent a newer one for the same period."""
    return [
        row
        for row in reading.table(release, "submissions")
        if row["superseded_by"] and place in (ALL, row["jurisdiction"])
    ]


def show(release: Release, place: str) -> None:
    """The section."""
    frame.section(phrase("Submissions that were corrected"))
    rows = corrected(release, place)
    every = [
        row for row in reading.table(release, "submissions") if place in (ALL, row["jurisdiction"])
    ]
    if not rows:
        frame.say(_none_of(len(every)))
        return
    frame.say(
        phrase_for(
            len(rows),
            "{number} of {submissions} was replaced by a later one for the same period. Only the newest counts.",
            "{number} of {submissions} were replaced by a later one for the same period. Only the newest counts.",
            submissions=phrase_for(len(every), "{number} submission", "{number} submissions"),
        )
    )
    by_id = {row["submission_id"]: row for row in every}
    agencies = {row["agency_id"]: row["name"] for row in reading.table(release, "agencies")}
    names = reading.labels(release)
    frame.table(
        release,
        phrase("Corrected submissions"),
        (
            phrase("Agency"),
            phrase("Place"),
            phrase("Period"),
            phrase("Edition"),
            phrase("Rows then"),
            phrase("Rows in the one that replaced it"),
        ),
        [
            (
                agencies.get(row["agency_id"]) or row["agency_id"],
                names.place(row["jurisdiction"]) if row["jurisdiction"] else phrase("Several"),
                reads.period(row["period_start"], row["period_end"]),
                whole(row["vintage"]) if row["vintage"] is not None else phrase("Not given"),
                _rows(row),
                _rows(by_id.get(row["superseded_by"])),
            )
            for row in rows
        ],
        (3, 4, 5),
        name="revisions",
        data=rows,
    )


def _none_of(every: int) -> str:
    if every > 1:
        return phrase(
            "None of {count} submissions was replaced by a later one.", count=whole(every)
        )
    return phrase("No submission was replaced by a later one.")


def _rows(row: dict | None) -> str:
    if row is None:
        return phrase("Not in this release")
    hidden = row["rows_received"] is None
    return phrase("Hidden") if hidden else whole(row["rows_received"])
