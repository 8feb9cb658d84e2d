"""Which metrics stand on the front page, and the totals of all places that findings are made of."""

import streamlit as st

from charts.describe import is_pooled
from release.read import Release
from views import reading
from views.filters import USUAL_HORIZON


def metrics(release: Release) -> list[str]:
    """The headline metrics that have case results; else whatever was published and has totals."""
    held = _summed_up(release, release.release_id)
    definitions = reading.definitions(release)
    wanted = [key for key, row in definitions.items() if row["headline"] == "yes"]
    wanted = [key for key in wanted if ("case", key) in held]
    # Published figures of many kinds have no total that could stand on a front page.
    return wanted or [key for key in definitions if ("official", key) in held]


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


@st.cache_data(show_spinner=False)
def _summed_up(_release: Release, release_id: str) -> set[tuple[str, str]]:
    """Source and metric of the results that sum a metric up."""
    with _release.cursor() as cursor:
        asked = (
            "SELECT DISTINCT source, metric_id FROM results WHERE breakdown IN ('total', 'stage')"
        )
        return set(cursor.execute(asked).fetchall())
