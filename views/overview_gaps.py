"""Gaps against conventions at one glance: themes beside places, with the way to the duties behind each number."""

import streamlit as st

from charts import duty_heat
from charts.chart import Chart
from charts.compliance import Tally
from languages import phrase, phrase_for
from release.read import Release
from views import compliance_read, figure, found_duties, frame, reading
from views.cached import said_resource
from views.filled import filled
from views.html import Markup


def show(release: Release) -> None:
    """The section; none where the release tells nothing of duties, or of more places than can stand side by side."""
    chart, headings, rows = _drawn(release, release.release_id)
    if chart is None:
        return
    frame.section(phrase("Gaps against conventions"))
    figure.draw(release, chart, key="chart gaps", name="overview", told=_told(release, chart))
    with st.expander(phrase("The same as a table, with the way to the duties of every pair")):
        caption = phrase("Binding duties by theme and place")
        frame.table(release, caption, headings, rows, name="overview", is_wide=True)


def tallies(release: Release) -> dict[tuple[str, str], Tally]:
    """(theme, place) -> how its binding duties stand."""
    return {
        (row["item"], row["jurisdiction"]): found_duties.counted([row])
        for row in found_duties.summary(release, "theme")
    }


# The links of every pair take longer to put together than a page may.
@said_resource(max_entries=4, show_spinner=False)
def _drawn(_release: Release, release_id: str) -> tuple[Chart | None, list, list[tuple]]:
    """The chart, and its table as headings and rows."""
    told = tallies(_release)
    names = reading.labels(_release)
    themes = {key: compliance_read.theme_name(_release, key) for key, _ in told}
    themes = dict(sorted(themes.items(), key=lambda pair: pair[1]))
    places = sorted({place for _, place in told}, key=names.place)
    by_name = {(themes[theme], names.place(place)): each for (theme, place), each in told.items()}
    titles = list(map(names.place, places))
    rows = [
        (title, *(_pair(_release, theme, place, told) for place in places))
        for theme, title in themes.items()
    ]
    return duty_heat.gaps(by_name, list(themes.values()), titles), [phrase("Theme"), *titles], rows


def _pair(release: Release, theme: str, place: str, told: dict) -> Markup:
    said = duty_heat.words(told.get((theme, place), Tally()))
    return compliance_read.page_link(release, said, theme=theme, place=place)


def _told(release: Release, chart: Chart) -> Markup:
    said = [
        phrase(
            "4 of 17: of seventeen duties that apply, four are not met. A pale field is not yet a good one: "
            "its duties may be met, or open."
        )
    ]
    undecided, unknown = (
        sum(each["words"] == mark for each in chart.rows)
        for mark in (duty_heat.OPEN, duty_heat.NOT_KNOWN)
    )
    if undecided:
        said.append(
            phrase_for(
                undecided,
                "{mark} in {number} field: nothing is decided of any duty.",
                "{mark} in {number} fields: nothing is decided of any duty.",
                mark=duty_heat.OPEN,
            )
        )
    if unknown:
        said.append(
            phrase_for(
                unknown,
                "{mark} in {number} field: nobody knows whether a duty applies.",
                "{mark} in {number} fields: nobody knows whether a duty applies.",
                mark=duty_heat.NOT_KNOWN,
            )
        )
    link = compliance_read.page_link(release, phrase("Every duty behind these numbers"))
    return filled(phrase("{told} {link}."), told=" ".join(said), link=link)
