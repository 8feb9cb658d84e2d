"""The numbers of the front page: which metrics stand there, and each place's newest number of them."""

import streamlit as st

from charts.choose import is_pooled, newest
from charts.describe import is_whole, quality
from release.read import Release
from views import reading
from views.filters import USUAL_HORIZON


def metrics(release: Release) -> list[str]:
    """The headline metrics and their counterparts that have case results; else whatever was published."""
    definitions = reading.definitions(release)
    held = _held(release, release.release_id)
    wanted = [
        key
        for name, definition in definitions.items()
        if definition["headline"] == "yes"
        for key in (name, definition["pair"])
        if key in definitions
    ]
    wanted = [key for key in dict.fromkeys(wanted) if ("case", key) in held]
    wanted = wanted or [key for key in definitions if ("official", key) in held]
    # Published figures of many kinds have no total that could stand on a front page.
    return [key for key in wanted if reading.headline(release, key)]


def newest_numbers(release: Release) -> dict[str, dict[str, dict]]:
    """Place -> metric -> its newest result with a number, or its newest blank."""
    found: dict[str, dict[str, dict]] = {}
    for metric_id in metrics(release):
        for place, rows in totals(release, metric_id).items():
            found.setdefault(place, {})[metric_id] = newest(rows)
    return found


def totals(release: Release, metric_id: str) -> dict[str, list[dict]]:
    """Place -> its totals at the usual horizon, of trafficking offences where they are told apart."""
    groups = reading.labels(release).groups
    rows = [
        row for row in reading.headline(release, metric_id) if row["jurisdiction"] not in groups
    ]
    rows = [row for row in rows if row["scope"] == "trafficking"] or rows
    rows = [row for row in rows if not is_pooled(row)] or rows
    horizons = {row["horizon_days"] for row in rows}
    horizon = USUAL_HORIZON if USUAL_HORIZON in horizons else min(horizons, key=lambda d: d or 0)
    found: dict[str, list[dict]] = {}
    for row in rows:
        if row["horizon_days"] == horizon:
            found.setdefault(row["jurisdiction"], []).append(row)
    return found


def with_numbers(rows: list[dict]) -> list[dict]:
    """Those with a point and an interval that chance plays a part in, oldest first; none provisional."""
    told = [row for row in rows if quality(row) in ("reportable", "use_with_care")]
    told = [row for row in told if row["lower"] is not None and row["upper"] is not None]
    told = [row for row in told if not is_whole(row)]
    return sorted(told, key=lambda row: row["period_end"])


@st.cache_data(show_spinner=False)
def _held(_release: Release, release_id: str) -> set[tuple[str, str]]:
    with _release.cursor() as cursor:
        return set(cursor.execute("SELECT DISTINCT source, metric_id FROM results").fetchall())
