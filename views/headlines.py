"""Which metrics stand on the front page."""

import streamlit as st

from release.read import Release
from views import reading


def metrics(release: Release) -> list[str]:
    """The headline metrics that have case results; else whatever was published and has totals."""
    held = _summed_up(release, release.release_id)
    definitions = reading.definitions(release)
    wanted = [key for key, row in definitions.items() if row["headline"] == "yes"]
    wanted = [key for key in wanted if ("case", key) in held]
    # Published figures of many kinds have no total that could stand on a front page.
    return wanted or [key for key in definitions if ("official", key) in held]


@st.cache_data(show_spinner=False)
def _summed_up(_release: Release, release_id: str) -> set[tuple[str, str]]:
    """Source and metric of the results that sum a metric up."""
    with _release.cursor() as cursor:
        asked = (
            "SELECT DISTINCT source, metric_id FROM results WHERE breakdown IN ('total', 'stage')"
        )
        return set(cursor.execute(asked).fetchall())
