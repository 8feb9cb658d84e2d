"""What a reader of case flow chooses: a place, a cohort, and how long those charged are followed."""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from charts import format as reads
from charts.case_flow_ends import ENDS
from charts.cohorts import Span
from languages import later
from release.read import Release
from views import case_flow_read, choices, places, reading

OF_COHORTS = ("attrition", "charge_rate", "end_to_end_conviction", "cohort_conviction")
AS_VICTIMS = 1095
"""Victims are followed three years, so those charged are at first, too."""


@dataclass(frozen=True)
class Choice:
    """`cohort` is None for the newest old enough; `horizon` None where nobody charged was followed."""

    place: str
    cohort: Span | None
    horizon: int | None


def choose(release: Release, page: str) -> Choice | None:
    """Shows the filters; None where the release knows no place."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        place = places.choose(release, page, with_silent=True)
        if place is None:
            return None
        found = [row for key in OF_COHORTS for row in reading.counted_here(release, key, place)]
        found += reading.counted_here(release, "attrition", place, "stage")
        cohorts = case_flow_read.span_words(found, later("Newest that is old enough"))
        cohort = choices.one("cohort", later("Cohort"), cohorts, page)
        followed = _horizons(release, place)
        horizon = None
        if followed:
            label = later("Charged, followed for")
            words = partial(_words, followed)
            horizon = choices.one("horizon", label, words, page, default=AS_VICTIMS)
    return Choice(place, case_flow_read.wanted(cohort), horizon)


def _words(followed: list[int]) -> dict[int, str]:
    return {days: reads.horizon(days) for days in followed}


def _horizons(release: Release, place: str) -> list[int]:
    """How long the ends of a cohort are followed; at shorter follow-ups convictions are told alone."""
    ends = [row for key in ENDS for row in reading.counted_here(release, key, place)]
    others = [row for row in ends if row["metric_id"] != "cohort_conviction"]
    return sorted({row["horizon_days"] for row in others or ends if row["horizon_days"]})
