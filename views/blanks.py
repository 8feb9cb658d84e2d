"""Why a number may be missing, and how sure the others are."""

import streamlit as st

from charts.format import BLANKS, STATUSES
from release.read import Release
from views import frame, held, marks, reading
from views.html import facts, join, link


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        "Blanks and statuses",
        "Why is there no number, and how far can the others be trusted?",
    )
    counted = _counted(release)
    total = sum(counted.values())
    without = sum(n for (kind, _), n in counted.items() if kind == "blank")
    frame.announce(
        f"This release holds {total:,} results; {without:,} of them have no number, "
        "and each says why. A blank is never zero, and zero is never a blank."
    )
    more = link("How people are protected", "protection")
    frame.say(join(["What may be concluded from a hidden number: ", more, "."]))
    elsewhere = held.suppressed_by_publishers(release)
    if elsewhere:
        frame.say(f"{elsewhere:,} of those suppressed were hidden by their publisher, not here.")
    frame.section("Why there is no number")
    frame.html(facts(marks.blanks_explained()))
    frame.section("How sure a number is")
    frame.html(facts(marks.explained()))
    frame.section("How often, in this release")
    rows = [(words.label, f"{counted.get(('blank', code), 0):,}") for code, words in BLANKS.items()]
    caption = "Results without a number, by reason"
    frame.table(release, caption, ("Reason", "Results"), rows, (1,), name="blanks")
    rows = [
        (words.label, f"{counted.get(('status', code), 0):,}")
        for code, words in STATUSES.items()
        if code not in BLANKS
    ]
    caption = "Results with a number, by status"
    frame.table(release, caption, ("Status", "Results"), rows, (1,), name="blanks")
    frame.section("Blanks by metric")
    _by_metric(release)


@st.cache_data(show_spinner=False)
def _counts(_release: Release, release_id: str) -> dict:
    with _release.cursor() as cursor:
        found = cursor.execute(
            "SELECT CASE WHEN blank IS NULL THEN 'status' ELSE 'blank' END, "
            "coalesce(blank, status), count(*) FROM results GROUP BY 1, 2"
        ).fetchall()
    return {(kind, code): n for kind, code, n in found}


def _counted(release: Release) -> dict:
    return _counts(release, release.release_id)


def _by_metric(release: Release):
    counts = {
        (row["metric_id"], row["blank"]): row["results"] for row in reading.table(release, "blanks")
    }
    codes = [code for code in BLANKS if any(code == blank for _, blank in counts)]
    rows = [
        (link(definition["title"], key), *(f"{counts.get((key, code), 0):,}" for code in codes))
        for key, definition in reading.definitions(release).items()
    ]
    headings = ["Metric", *(BLANKS[code].label for code in codes)]
    if not codes:
        frame.say("No result of this release is blank.")
        return
    caption = "Results without a number, by metric"
    frame.table(release, caption, headings, rows, range(1, len(headings)), name="blanks")
