"""What a release holds as a whole: how many results, of which places and metrics, hidden by whom."""

from dataclasses import dataclass, field
from datetime import date
from functools import reduce

import streamlit as st

from charts import release_words
from languages import phrase
from release.read import Release
from views import reading


def result_count(release: Release) -> int:
    """How many results the release holds."""
    return _result_count(release, release.release_id)


def is_about_trafficking(release: Release) -> bool:
    """False where the release tells trafficking apart from other crime nowhere."""
    return _is_about_trafficking(release, release.release_id)


def units(release: Release, definition: dict) -> list[str]:
    """What the metric's results count; published figures of one metric count different things."""
    found = _units(release, release.release_id).get(definition["metric_id"], [])
    return found or [definition["unit_counted"]]


def units_in_words(release: Release, definition: dict) -> str:
    """The same for the middle of a sentence: cases or victims."""
    words = [release_words.unit(code) for code in units(release, definition)]
    return reduce(lambda one, other: phrase("{one} or {other}", one=one, other=other), words)


def suppressed_by_publishers(release: Release) -> int:
    """How many figures were hidden before they came here."""
    return _suppressed_by_publishers(release, release.release_id)


def places(release: Release) -> set[str]:
    """The places of the results, without groups that repeat other places."""
    return _places(release, release.release_id) - reading.labels(release).groups


@dataclass(frozen=True)
class OfPlace:
    """What is held of one place: results, how many of them have no number, by kind of blank, and the last day of data."""

    results: int = 0
    blanks: dict[str, int] = field(default_factory=dict)
    latest: date | None = None

    @property
    def blank(self) -> int:
        return sum(self.blanks.values())


def of_place(release: Release, place: str, source: str | None = None) -> OfPlace:
    """What is held of one `source` (case, official), or of all; nothing at all, where the place has no such result."""
    return _by_place(release, release.release_id).get((place, source), OfPlace())


def silent_places(release: Release) -> list[str]:
    """Places the release knows and holds no result of, by name."""
    names = reading.labels(release)
    known = {row["jurisdiction"] for row in reading.table(release, "jurisdictions")}
    return sorted(known - names.groups - places(release), key=names.place)


def metrics_with_results(release: Release) -> set[str]:
    """The metrics of which the release holds at least one result."""
    return _metrics_with_results(release, release.release_id)


def metrics_with_numbers(release: Release) -> set[str]:
    """The metrics of which at least one result is no blank."""
    return _metrics_with_numbers(release, release.release_id)


@st.cache_data(show_spinner=False)
def _result_count(_release, release_id: str) -> int:
    with _release.cursor() as cursor:
        return cursor.execute("SELECT count(*) FROM results").fetchone()[0]


@st.cache_resource(max_entries=2, show_spinner=False)
def _by_place(_release, release_id: str) -> dict[tuple[str, str | None], OfPlace]:
    with _release.cursor() as cursor:
        asked = "SELECT jurisdiction, source, blank, count(*), max(as_of) FROM results GROUP BY ALL"
        rows = cursor.execute(asked).fetchall()
    found: dict[tuple[str, str | None], OfPlace] = {}
    for place, source, blank, count, latest in rows:
        for key in ((place, source), (place, None)):
            so_far = found.get(key, OfPlace())
            more = {blank: so_far.blanks.get(blank, 0) + count} if blank else {}
            days = [day for day in (so_far.latest, latest) if day]
            found[key] = OfPlace(
                so_far.results + count, so_far.blanks | more, max(days, default=None)
            )
    return found


@st.cache_data(show_spinner=False)
def _metrics_with_results(_release, release_id: str) -> set[str]:
    with _release.cursor() as cursor:
        return {
            name for (name,) in cursor.execute("SELECT DISTINCT metric_id FROM results").fetchall()
        }


@st.cache_data(show_spinner=False)
def _metrics_with_numbers(_release, release_id: str) -> set[str]:
    with _release.cursor() as cursor:
        asked = "SELECT DISTINCT metric_id FROM results WHERE blank IS NULL"
        return {name for (name,) in cursor.execute(asked).fetchall()}


@st.cache_resource(max_entries=2, show_spinner=False)
def _units(_release, release_id: str) -> dict[str, list[str]]:
    with _release.cursor() as cursor:
        found = cursor.execute(
            "SELECT DISTINCT metric_id, unit_counted FROM results ORDER BY ALL"
        ).fetchall()
    units: dict[str, list[str]] = {}
    for metric_id, unit in found:
        units.setdefault(metric_id, []).append(unit)
    return units


@st.cache_data(show_spinner=False)
def _places(_release, release_id: str) -> set[str]:
    with _release.cursor() as cursor:
        found = cursor.execute("SELECT DISTINCT jurisdiction FROM results").fetchall()
    return {name for (name,) in found}


@st.cache_data(show_spinner=False)
def _is_about_trafficking(_release, release_id: str) -> bool:
    with _release.cursor() as cursor:
        asked = "SELECT count(*) FROM results WHERE scope = 'trafficking'"
        return cursor.execute(asked).fetchone()[0] > 0


@st.cache_data(show_spinner=False)
def _suppressed_by_publishers(_release, release_id: str) -> int:
    with _release.cursor() as cursor:
        asked = "SELECT count(*) FROM results WHERE source = 'official' AND blank = 'suppressed'"
        return cursor.execute(asked).fetchone()[0]
