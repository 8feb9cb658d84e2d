"""Recommendations that stand open at a place, as the evidence of compliance holds them."""

from charts import format as reads
from release.read import Release
from views import compliance_read, frame, reading

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
    frame.part("Recommendations that are open, and the duties they name")
    if not found:
        frame.say(
            f"No open recommendation to {names.place(place)} names a duty in this release. "
            "Those that name none are counted above, and stand in no list."
        )
        return
    shown = found[:MOST_ROWS]
    said = (
        f"{reads.many(len(found), 'open recommendation')} to {names.place(place)} that name a duty."
    )
    frame.say(said + (f" The first {MOST_ROWS} are below." if len(found) > len(shown) else ""))
    frame.table(
        release,
        f"Open recommendations: {names.place(place)}",
        ("Recommendation", "Duty", "Due", "How it counts"),
        [_cells(release, row) for row in shown],
        name=page,
        data=found,
    )


def _cells(release: Release, row: dict) -> tuple:
    keys = (row["jurisdiction"], row["obligation_id"], row["aspect"])
    duty = compliance_read.duty_name(release, row["obligation_id"])
    return (
        row["title"] or "Without a title",
        compliance_read.cell_link(duty, *keys),
        reads.day(row["due_on"]) or "No day given",
        row["reason"] or "No reason given",
    )
