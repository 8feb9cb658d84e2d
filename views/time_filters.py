"""What a reader of timeliness chooses: a place, and a year or cohort."""

from dataclasses import dataclass

import streamlit as st

from charts.cohorts import Span
from charts.time_clocks import CLOCKS
from languages import later
from release.read import Release
from views import case_flow_read, choices, places, reading

BESIDE = ("clearance_rate", "pending_over_two_years", "disposed_within_a_year", "adjournment_rate")
"""Metrics told beside the clocks, in other units than days."""


@dataclass(frozen=True)
class Choice:
    """`period` is None for the newest with a number, of each clock its own."""

    place: str
    period: Span | None


def choose(release: Release, page: str) -> Choice | None:
    """Shows the filters; None where the release knows no place."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        place = places.choose(release, page, with_silent=True)
        if place is None:
            return None
        found = [
            row for key in (*CLOCKS, *BESIDE) for row in reading.counted_here(release, key, place)
        ]
        words = case_flow_read.span_words(found, later("Newest with a number"))
        period = choices.one("period", later("Year or cohort"), words, page)
    return Choice(place, case_flow_read.wanted(period))
