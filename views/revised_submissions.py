"""Submissions that a later one has replaced: who corrected what, for which period."""

from charts import format as reads
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
    frame.section("Submissions that were corrected")
    rows = corrected(release, place)
    every = [
        row for row in reading.table(release, "submissions") if place in (ALL, row["jurisdiction"])
    ]
    if not rows:
        none = f"None of {len(every):,} submissions" if len(every) > 1 else "No submission"
        frame.say(f"{none} was replaced by a later one.")
        return
    frame.say(
        f"{len(rows):,} of {reads.many(len(every), 'submission')} {'was' if len(rows) == 1 else 'were'} replaced "
        "by a later one for the same period. Only the newest counts."
    )
    by_id = {row["submission_id"]: row for row in every}
    agencies = {row["agency_id"]: row["name"] for row in reading.table(release, "agencies")}
    names = reading.labels(release)
    frame.table(
        release,
        "Corrected submissions",
        ("Agency", "Place", "Period", "Edition", "Rows then", "Rows in the one that replaced it"),
        [
            (
                agencies.get(row["agency_id"]) or row["agency_id"],
                names.place(row["jurisdiction"]) if row["jurisdiction"] else "Several",
                reads.period(row["period_start"], row["period_end"]),
                f"{row['vintage']:,}" if row["vintage"] is not None else "Not given",
                _rows(row),
                _rows(by_id.get(row["superseded_by"])),
            )
            for row in rows
        ],
        (3, 4, 5),
        name="revisions",
        data=rows,
    )


def _rows(row: dict | None) -> str:
    if row is None:
        return "Not in this release"
    return "Hidden" if row["rows_received"] is None else f"{row['rows_received']:,}"
