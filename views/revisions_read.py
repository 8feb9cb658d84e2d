"""What was told anew since the release before and what stands as it was, read from a release and summed up."""

from dataclasses import dataclass

import streamlit as st

from charts.format import plain
from languages import later, phrase
from release.read import Release, before, fetch_rows
from views import reading, shown
from views.compliance_filters import ALL
from views.filter_box import filter_box
from views.filters import carry_over, place_label

PAGE = "revisions"
HELD, REVISED, WITHDRAWN = "held", "revised", "withdrawn"
WHAT = {
    REVISED: later("Told anew"),
    HELD: later("Stands as it was"),
    WITHDRAWN: later("Told no more"),
}


@dataclass(frozen=True)
class Choice:
    """The chosen place and stage of justice, `all` where nothing is left out."""

    place: str = ALL
    group: str = ALL


def rows(release: Release) -> list[dict]:
    """metric_id, metric_group, jurisdiction, what, reason, and `periods`: how many periods it is true of."""
    return _rows(release, release.release_id)


def fitting(release: Release, choice: Choice) -> list[dict]:
    """Those that the choice lets pass."""
    return [
        row
        for row in rows(release)
        if choice.place in (ALL, row["jurisdiction"]) and choice.group in (ALL, row["metric_group"])
    ]


def earlier(release: Release) -> list[dict]:
    """Manifests of the releases before, newest first; read once."""
    return _earlier(release, release.release_id)


def choose(release: Release) -> Choice:
    """Shows the filters; a release in which nothing was revised has none."""
    names = reading.labels(release)
    places = sorted(
        {row["jurisdiction"] for row in reading.table(release, "submissions")} - {None},
        key=names.place,
    )
    groups = list(dict.fromkeys(d["metric_group"] for d in reading.definitions(release).values()))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        place = _one(
            "place",
            later("Place"),
            places,
            lambda code: place_label(code, names),
            later("Everywhere"),
        )
        group = _one("stage", later("Stage of justice"), groups, plain, later("All stages"))
    return Choice(place, group)


def _one(key: str, label: str, options: list, words, every: str) -> str:
    options, label = [ALL, *options], phrase(label)
    carry_over(key, options, PAGE)

    def said(code: str) -> str:
        return phrase(every) if code == ALL else words(code)

    chosen = filter_box(label, options, format_func=said, key=key)
    st.session_state.setdefault("kept", {})[key] = chosen
    shown.choice(label, said(chosen))
    return chosen


@st.cache_resource(max_entries=2, show_spinner=False)
def _rows(_release, release_id: str) -> list[dict]:
    if not reading.rows(_release, "revisions", ("metric_id",)):
        return []
    query = """
        SELECT r.metric_id, d.metric_group, r.jurisdiction, r.what, r.reason, count(*) AS periods,
          min(r.period_start) AS first_day, max(r.period_end) AS last_day
        FROM revisions AS r LEFT JOIN definitions AS d USING (metric_id)
        GROUP BY ALL ORDER BY r.metric_id, r.jurisdiction, r.what, r.reason
    """
    with _release.cursor() as cursor:
        return fetch_rows(cursor.execute(query))


@st.cache_resource(max_entries=2, show_spinner=False)
def _earlier(_release, release_id: str) -> list[dict]:
    return before(_release)
