"""Up to which day each agency's data go, by agency; long lists stand folded."""

from contextlib import nullcontext

import streamlit as st

from charts import format as reads
from languages import SaidLines, later, phrase, phrase_for, phrase_in, whole
from release.read import Release
from views import frame, reading

PAGE = "data_quality"
MOST_ROWS = 40
NOTHING_SENT = later("Nothing in its own name: others send for it, or it is silent")
HEADINGS = SaidLines(later("Agency"), later("Place"), later("Kind"), later("Data up to"))


def show(release: Release, place: str | None) -> None:
    """The table of one place's agencies, or of all; `place` is None for everywhere."""
    frame.part(phrase("Up to which day each agency's data go"))
    every = reading.table(release, "agencies")
    agencies = [row for row in every if place in (None, row["jurisdiction"])]
    if not agencies:
        frame.say(phrase("No agency is on record."))
        return
    newest = newest_days(release)
    sent = sum(row["agency_id"] in newest for row in agencies)
    frame.say(
        phrase_for(
            len(agencies),
            "{sent} of {number} agency sent submissions in its own name.",
            "{sent} of {number} agencies sent submissions in their own name.",
            sent=whole(sent),
        )
    )
    names = reading.labels(release)
    agencies.sort(key=lambda row: (names.place(row["jurisdiction"] or ""), row["name"] or ""))
    is_long = len(agencies) > MOST_ROWS
    with (
        st.expander(phrase("All {number} agencies", number=len(agencies)))
        if is_long
        else nullcontext()
    ):
        frame.table(
            release,
            phrase("Data up to, by agency"),
            HEADINGS,
            [_cells(row, newest, names) for row in agencies],
            name=PAGE,
        )


def newest_days(release: Release) -> dict:
    """Agency -> the latest day up to which a submission of its own that still counts tells."""
    found: dict = {}
    for row in reading.table(release, "submissions"):
        if not row["superseded_by"] and row["as_of"]:
            agency = row["agency_id"]
            found[agency] = max(row["as_of"], found.get(agency, row["as_of"]))
    return found


def _cells(row: dict, newest: dict, names) -> tuple:
    return (
        row["name"] or row["agency_id"],
        names.place(row["jurisdiction"]) if row["jurisdiction"] else phrase_in("place", "Several"),
        names.category("agency_kind", row["kind"]) if row["kind"] else phrase("Not given"),
        reads.day(newest.get(row["agency_id"])) or phrase(NOTHING_SENT),
    )
