"""What a place says itself: its replies in full, as the plain text they are."""

from charts import format as reads
from charts.release_words import inside
from languages import ENGLISH, current, phrase
from release.read import Release
from views import compliance_read, frame, reading, results_table
from views.filled import filled
from views.html import element
from views.profile_told import ADDRESS


def show(release: Release, place: str) -> None:
    """The section."""
    names = reading.labels(release)
    rows = reading.rows(release, "replies", jurisdiction=place)
    rows = sorted(rows, key=lambda row: str(row["replied_on"]), reverse=True)
    # In which language a place replies is not recorded: the empty word says that it is not that of the page.
    language = None if current() == ENGLISH else ""
    frame.section(phrase("What the place says"))
    if not rows:
        frame.say(phrase("{place} has replied to none of this.", place=names.place(place)))
        return
    for row in rows:
        duty = compliance_read.duty_name(release, row["obligation_id"])
        about = phrase(
            "{duty}, {aspect}", duty=duty, aspect=inside(names.category("aspect", row["aspect"]))
        )
        cell = compliance_read.cell_link(about, place, row["obligation_id"], row["aspect"])
        day = reads.day(row["replied_on"]) or phrase("Undated")
        frame.note(filled(phrase("{day}, on {duty}, in its own words:"), day=day, duty=cell))
        frame.html(
            element("blockquote", row["reply"] or "", lang=language, class_="answerable-plain")
        )
    results_table.download(
        release, rows, ADDRESS, phrase("replies of {place}", place=names.place(place))
    )
