"""Recommendations that stand open at a place, as the evidence of compliance holds them."""

from charts import format as reads
from languages import phrase, phrase_for, whole
from release.read import Release
from views import compliance_read, frame, reading
from views.html import as_stored

MOST_ROWS = 20


def open_ones(release: Release, place: str) -> list[dict]:
    """Recommendations without a day on which they were carried out, oldest due first; each one once."""
    rows = reading.rows(
        release, "compliance_evidence", kind="recommendation", jurisdiction=place, done_on=None
    )
    found: dict[tuple, dict] = {}
    for row in rows:
        found.setdefault((row["title"], row["dated_on"], row["due_on"], row["obligation_id"]), row)
    return sorted(found.values(), key=lambda row: (str(row["due_on"]), row["title"]))


def show(release: Release, place: str, page: str) -> None:
    """The table of open recommendations that name a duty, and where they count."""
    names = reading.labels(release)
    found = open_ones(release, place)
    frame.part(phrase("Recommendations that are open, and the duties they name"))
    if not found:
        frame.say(
            phrase(
                "No open recommendation to {place} names a duty in this release. "
                "Those that name none are counted above, and stand in no list.",
                place=names.place(place),
            )
        )
        return
    shown = found[:MOST_ROWS]
    said = phrase_for(
        len(found),
        "{number} open recommendation to {place} that name a duty.",
        "{number} open recommendations to {place} that name a duty.",
        place=names.place(place),
    )
    if len(found) > len(shown):
        said += " " + phrase("The first {count} are below.", count=whole(MOST_ROWS))
    frame.say(said)
    frame.table(
        release,
        phrase("Open recommendations: {place}", place=names.place(place)),
        (phrase("Recommendation"), phrase("Duty"), phrase("Due"), phrase("How it counts")),
        [_cells(release, row) for row in shown],
        name=page,
        data=found,
    )


def _cells(release: Release, row: dict) -> tuple:
    keys = (row["jurisdiction"], row["obligation_id"], row["aspect"])
    duty = compliance_read.duty_name(release, row["obligation_id"])
    return (
        as_stored(row["title"]) if row["title"] else phrase("Without a title"),
        compliance_read.cell_link(duty, *keys),
        reads.day(row["due_on"]) or phrase("No day given"),
        as_stored(row["reason"]) if row["reason"] else phrase("No reason given"),
    )
