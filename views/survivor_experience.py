"""How do survivors find what was done for them, and who was never asked?"""

import streamlit as st

from charts.describe import quality, sentence
from charts.joining import named
from languages import later, phrase
from release.read import Release
from views import (
    frame,
    page_end,
    period_choice,
    places,
    reading,
    summary_table,
    survivor_details,
    survivor_waves,
    tiles,
)
from views.period_choice import Period
from views.summaries import summaries
from views.survivor_experience_words import LIMITS, NOBODY_ASKED, TREATMENT, WEIGHTS
from views.survivor_tile import ASSUMED, SATISFACTION, claim, tile

ADDRESS, TITLE = "survivor_experience", later("Survivor experience")
BESIDE = ("information_received", "feeling_safe")
DONE = (
    *("special_measures_requested", "special_measures_granted", "interviews_per_victim"),
    *("faced_accused_at_interview", "faced_accused_in_evidence"),
    *("informed_consent", "interpreter_provision"),
)
SURVEYS = (
    *("weighted_satisfaction", "stage_satisfaction", "procedural_justice_scale"),
    *("procedural_justice", "satisfaction_by_mode"),
)


def show(release: Release) -> None:
    """The page."""
    question = phrase("How do survivors find what was done for them, and who was never asked?")
    frame.heading(phrase(TITLE), question)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        place = places.choose(release, ADDRESS)
        rows = _surveys(release, place)
        likes = _usual(release, place)
        period = period_choice.choose(rows, ADDRESS, label=later("Survey"), likes=likes)
    if place is None:
        frame.announce(phrase("This release holds no results, so there is nothing to show."))
        return
    frame.announce(_told(release, place, period))
    if period:
        frame.section(phrase("In short"))
        beside = summaries(release, BESIDE, place, period)
        frame.html(
            tiles.together(
                [
                    tile(release, place, period),
                    *(tiles.tile(release, each, place) for each in beside),
                ]
            )
        )
        frame.note(phrase(WEIGHTS))
        survivor_waves.show(release, place, period)
        survivor_details.show(release, place, period)
    _done(release, place, period)
    page_end.show(release, LIMITS, (SATISFACTION, *BESIDE, *SURVEYS, *DONE), place)


def _surveys(release: Release, place: str | None) -> list[dict]:
    """The results of satisfaction of the periods in which somebody was asked."""
    if place is None or SATISFACTION not in reading.definitions(release):
        return []
    rows = reading.counted_here(release, SATISFACTION, place)
    return [row for row in rows if row["blank"] != "not_applicable"]


def _usual(release: Release, place: str | None) -> Period | None:
    """The newest period for which assumptions about the silent are told: only then is a number whole."""
    if place is None or ASSUMED not in reading.definitions(release):
        return None
    rows = reading.counted_here(release, ASSUMED, place, "assumption")
    told = {period_choice.days(row) for row in rows if quality(row) != "blank"}
    return max(told, key=lambda days: (days[1], days[0]), default=None)


def _told(release: Release, place: str, period: Period | None) -> str:
    names = reading.labels(release)
    if period is None:
        return named(names.place(place), phrase(NOBODY_ASKED))
    row = reading.headline(release, SATISFACTION, place, period=period)
    said = sentence(row, reading.definitions(release)[SATISFACTION], names)
    if row["blank"]:
        return said
    said = phrase("Satisfied among those who answered: {said}", said=said)
    return f"{said} {claim(release, place, period)}"


def _done(release: Release, place: str, period: Period | None) -> None:
    known = reading.definitions(release)
    wanted = tuple(key for key in DONE if key in known)
    if not wanted:
        return
    name = reading.labels(release).place(place)
    frame.section(phrase("What was done for people"))
    found = summaries(release, wanted, place, period)
    caption = phrase("What was done for people, {place}", place=name)
    summary_table.show(release, caption, found, place, name=ADDRESS, of_period=True)
    frame.note(phrase(TREATMENT))
