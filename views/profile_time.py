"""The headline numbers of one place over the years, side by side."""

import streamlit as st

from charts.chart import Chart
from charts.format import many
from charts.multiples import lines_of_metrics
from charts.seen import main_rows
from release.read import Release
from views import figure, found_series, frame, headlines, reading
from views.filters import place_label
from views.html import join, link
from views.profile_told import ADDRESS
from views.sentences import has_moved


def show(release: Release, place: str) -> None:
    """The section; none where no headline number can be drawn over time."""
    chart = _chart(release, release.release_id, place)
    if chart is None:
        return
    frame.section("Over time")
    label = place_label(place, reading.labels(release))
    said = f"{_signals(release, place)} "
    told = join([said, link("Trends", "trends", jurisdiction=label), "."])
    figure.draw(release, chart, key="chart over time", name=ADDRESS, told=told)


def _signals(release: Release, place: str) -> str:
    """What all series of the place say that are long enough to be judged, headline or not."""
    series = found_series.judged(release, jurisdiction=place)
    if not series:
        return (
            "No series of this place is long enough to tell a change from its usual ups and downs."
        )
    shown = sum(any(row["signal"] for row in rows) for rows in series.values())
    return (
        f"Of {many(len(series), 'number')} of this place followed long enough to be judged, {shown} "
        f"changed by more than usual ups and downs; if nothing had changed, about "
        f"{found_series.expected_signals(series):.1f} would seem to."
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def _chart(_release: Release, release_id: str, place: str) -> Chart | None:
    definitions, names = reading.definitions(_release), reading.labels(_release)
    of_metric = {}
    for key in headlines.metrics(_release):
        rows = [row for row in reading.headline(_release, key) if row["jurisdiction"] == place]
        if rows := main_rows(rows):
            of_metric[key] = rows
    judged = [moved for rows in of_metric.values() if (moved := has_moved(rows)) is not None]
    name = names.place(place)
    return lines_of_metrics(
        {key: definitions[key] for key in of_metric},
        [row for rows in of_metric.values() for row in rows],
        names,
        title=_title(judged, name),
        subtitle=f"Headline numbers with their 95% intervals, {name}",
    )


def _title(judged: list[bool], name: str) -> str:
    if not judged:
        return f"No headline number of {name} has two years that could be compared"
    if len(judged) == 1:
        changed = "changed" if judged[0] else "did not change"
        said = f"The one headline number of {name} with two years to compare {changed}"
    else:
        said = f"{sum(judged) or 'None'} of {len(judged)} headline numbers of {name} changed"
    return f"{said} between the first and the last year so far that their intervals do not meet"
