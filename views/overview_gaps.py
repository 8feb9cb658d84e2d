"""Gaps against conventions at one glance: themes beside places, with the way to the duties behind each number."""

import streamlit as st

from charts import duty_heat
from charts.chart import Chart
from charts.compliance import Tally
from charts.format import many
from release.read import Release
from views import compliance_read, figure, found_duties, frame, reading
from views.html import Markup, join


def show(release: Release) -> None:
    """The section; none where the release tells nothing of duties, or of more places than can stand side by side."""
    chart, headings, rows = _drawn(release, release.release_id)
    if chart is None:
        return
    frame.section("Gaps against conventions")
    figure.draw(release, chart, key="chart gaps", name="overview", told=_told(release, chart))
    with st.expander("The same as a table, with the way to the duties of every pair"):
        caption = "Binding duties by theme and place"
        frame.table(release, caption, headings, rows, name="overview", is_wide=True)


def tallies(release: Release) -> dict[tuple[str, str], Tally]:
    """(theme, place) -> how its binding duties stand."""
    return {
        (row["item"], row["jurisdiction"]): found_duties.counted([row])
        for row in found_duties.summary(release, "theme")
    }


# The links of every pair take longer to put together than a page may.
@st.cache_resource(max_entries=2, show_spinner=False)
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
    return duty_heat.gaps(by_name, list(themes.values()), titles), ["Theme", *titles], rows


def _pair(release: Release, theme: str, place: str, told: dict) -> Markup:
    said = duty_heat.words(told.get((theme, place), Tally()))
    return compliance_read.page_link(release, said, theme=theme, place=place)


def _told(release: Release, chart: Chart) -> Markup:
    said = (
        "4 of 17: of seventeen duties that apply, four are not met. A pale field is not yet a good one: "
        "its duties may be met, or open."
    )
    for mark, words in (
        (duty_heat.OPEN, "nothing is decided of any duty"),
        (duty_heat.NOT_KNOWN, "nobody knows whether a duty applies"),
    ):
        fields = sum(each["words"] == mark for each in chart.rows)
        said += f" {mark} in {many(fields, 'field')}: {words}." if fields else ""
    more = compliance_read.page_link(release, "Every duty behind these numbers")
    return join([f"{said} ", more, "."])
