"""Figures that others published, read from a release: those of one place, and which places have any."""

import streamlit as st

from charts.published import PRINTED
from release.read import Release, fetch_rows
from views import reading


def measured(release: Release, place: str) -> list[dict]:
    """The figures of a place that no detail splits: one a measure, period and edition."""
    return reading.results(release, PRINTED, jurisdiction=place, breakdown="measure")


def details(release: Release, place: str) -> int:
    """How many further figures there are, split by sex, age or another detail."""
    return len(reading.results(release, PRINTED, jurisdiction=place)) - len(
        measured(release, place)
    )


def ours(release: Release, metric_id: str, place: str) -> list[dict]:
    """Our totals of the metric at the place, from case data."""
    if metric_id not in reading.definitions(release):
        return []
    return reading.results(release, metric_id, jurisdiction=place, breakdown="total", source="case")


def by_place(release: Release) -> list[dict]:
    """jurisdiction, origins, first and last day, figures, hidden, and how many results of ours the place has."""
    return _by_place(release, release.release_id)


def is_any_published(release: Release) -> bool:
    """True where anything at all was published by others, as a count or a share, whole or in details."""
    return _is_any_published(release, release.release_id)


@st.cache_data(show_spinner=False)
def _is_any_published(_release, release_id: str) -> bool:
    with _release.cursor() as cursor:
        asked = "SELECT count(*) FROM results WHERE source = 'official'"
        return cursor.execute(asked).fetchone()[0] > 0


@st.cache_resource(max_entries=2, show_spinner=False)
def _by_place(_release, release_id: str) -> list[dict]:
    query = """
        WITH own AS (
          SELECT jurisdiction, count(*) AS ours FROM results WHERE source = 'case' GROUP BY jurisdiction)
        SELECT r.jurisdiction, string_agg(DISTINCT r.origin, chr(10) ORDER BY r.origin) AS origins,
          min(r.period_start) AS first_day, max(r.period_end) AS last_day, count(*) AS figures,
          count(*) FILTER (r.blank = 'suppressed') AS hidden, coalesce(any_value(own.ours), 0) AS ours
        FROM results AS r LEFT JOIN own USING (jurisdiction)
        WHERE r.source = 'official' AND r.metric_id = ? AND r.breakdown = 'measure'
        GROUP BY r.jurisdiction ORDER BY r.jurisdiction
    """
    with _release.cursor() as cursor:
        return fetch_rows(cursor.execute(query, [PRINTED]))
