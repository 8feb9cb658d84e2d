"""What a place says itself: its replies in full, as the plain text they are."""

from charts import format as reads
from release.read import Release
from views import compliance_read, downloads, frame, reading
from views.html import element, join
from views.profile_told import ADDRESS

COLUMNS = ("Duty", "Aspect", "Day", "Reply")


def show(release: Release, place: str) -> None:
    """The section."""
    names = reading.labels(release)
    rows = reading.rows(release, "replies", jurisdiction=place)
    rows = sorted(rows, key=lambda row: str(row["replied_on"]), reverse=True)
    frame.section("What the place says")
    if not rows:
        frame.say(f"{names.place(place)} has replied to none of this.")
        return
    cells = []
    for row in rows:
        key = (place, row["obligation_id"], row["aspect"])
        duty = compliance_read.duty_name(release, row["obligation_id"])
        aspect = names.category("aspect", row["aspect"])
        day = reads.day(row["replied_on"]) or "Undated"
        about = compliance_read.cell_link(f"{duty}, {aspect.lower()}", *key)
        frame.note(join([f"{day}, on ", about, ", in its own words:"]))
        frame.html(element("blockquote", row["reply"] or "", class_="answerable-plain"))
        cells.append((duty, aspect, day, row["reply"] or ""))
    caption = f"replies of {names.place(place)}"
    downloads.table(release, caption, COLUMNS, cells, name=ADDRESS, data=rows)
