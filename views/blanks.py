"""Why a number may be missing, and how sure the others are."""

import streamlit as st

from charts import release_words
from charts.format import BLANKS, STATUSES
from languages import phrase, whole
from release.read import Release
from views import frame, held, marks, reading
from views.filled import filled
from views.html import facts, link


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        phrase("Blanks and statuses"),
        phrase("Why is there no number, and how far can the others be trusted?"),
    )
    counted = _counted(release)
    total = sum(counted.values())
    without = sum(n for (kind, _), n in counted.items() if kind == "blank")
    frame.announce(
        phrase(
            "This release holds {total} results; {without} of them have no number, "
            "and each says why. A blank is never zero, and zero is never a blank.",
            total=whole(total),
            without=whole(without),
        )
    )
    more = link(phrase("How people are protected"), "protection")
    said = phrase("What may be concluded from a hidden number: {link}.")
    frame.say(filled(said, link=more))
    elsewhere = held.suppressed_by_publishers(release)
    if elsewhere:
        frame.say(
            phrase(
                "{number} of those suppressed were hidden by their publisher, not here.",
                number=whole(elsewhere),
            )
        )
    frame.section(phrase("Why there is no number"))
    frame.html(facts(marks.blanks_explained()))
    frame.section(phrase("How sure a number is"))
    frame.html(facts(marks.explained()))
    frame.section(phrase("How often, in this release"))
    rows = [(words.label, whole(counted.get(("blank", code), 0))) for code, words in BLANKS.items()]
    caption = phrase("Results without a number, by reason")
    frame.table(release, caption, (phrase("Reason"), phrase("Results")), rows, (1,), name="blanks")
    rows = [
        (words.label, whole(counted.get(("status", code), 0)))
        for code, words in STATUSES.items()
        if code not in BLANKS
    ]
    caption = phrase("Results with a number, by status")
    frame.table(release, caption, (phrase("Status"), phrase("Results")), rows, (1,), name="blanks")
    frame.section(phrase("Blanks by metric"))
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
        (
            link(release_words.title(definition), key),
            *(whole(counts.get((key, code), 0)) for code in codes),
        )
        for key, definition in reading.definitions(release).items()
    ]
    headings = [phrase("Metric"), *(BLANKS[code].label for code in codes)]
    if not codes:
        frame.say(phrase("No result of this release is blank."))
        return
    caption = phrase("Results without a number, by metric")
    frame.table(release, caption, headings, rows, range(1, len(headings)), name="blanks")
