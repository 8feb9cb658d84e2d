"""Draws a Chart with plotly, as plain dicts: building plotly's own objects costs six times as much."""

import streamlit as st

from charts.chart import Chart
from charts.format import BLANKS
from release.read import Release
from reports.page.document import Picture
from views import downloads, shown
from views.html import element
from views.plotly_bars import bars, staircase
from views.plotly_control import control
from views.plotly_curves import DASHES, STYLES
from views.plotly_forest import forest
from views.plotly_funnel import funnel
from views.plotly_line import line
from views.plotly_parts import bounds, limits

_DRAW = {
    "line": line,
    "bar": bars,
    "staircase": staircase,
    "funnel": funnel,
    "forest": forest,
    "control": control,
}
MARKED = {
    "funnel": "◆ further from the others than chance explains",
    "forest": "◆ a difference",
    "control": "◆ a signal",
}
"""Kind of a chart -> what a mark that stands out says."""
ZOOMED = ("funnel", "control")
"""Kinds whose axis of values shows the room between limits, and not zero."""
SECOND = {"funnel": "the short bar beside a point", "forest": "the small square below"}


def show(
    release: Release, chart: Chart, *, key: str, name: str, highlight: str | None = None
) -> None:
    """The chart with its alternative text, the key to its marks and its files; `name` is the page or metric."""
    st.plotly_chart(
        figure(chart, highlight),
        key=key,
        alt=chart.alt,
        width="stretch",
        config={"displaylogo": False, "displayModeBar": False, "scrollZoom": False},
    )
    explained = reading_key(chart)
    st.html(element("p", explained, class_="answerable-note"))
    shown.remember(Picture(chart, explained))
    downloads.chart(release, chart, key=key, name=name)


def figure(chart: Chart, highlight: str | None = None) -> dict:
    """A plotly figure as a dict; `highlight` is the `x` drawn in another colour and shape."""
    traces, layout = _DRAW[chart.kind](chart, highlight)
    layout |= {"showlegend": False, "hovermode": "closest", "dragmode": False}
    return {"data": traces, "layout": layout}


def reading_key(chart: Chart) -> str:
    """How to read the marks that this chart really has."""
    drawn = {row["quality"] for row in chart.rows}
    said = []
    if any(limits(row) for row in chart.rows):
        said.append("The band or bar around a point is its 95% interval")
    if "use_with_care" in drawn:
        said.append("◉ use with care")
    if "very_uncertain" in drawn:
        said.append("a bar without a point: very uncertain")
    if chart.marked and any(row[chart.marked] for row in chart.rows):
        said.append(MARKED[chart.kind])
    if chart.second and any(row[chart.second] is not None for row in chart.rows):
        said.append(f"{SECOND[chart.kind]}: {chart.second_label}")
    said += [
        f"{DASHES[STYLES[curve.style]['dash']]} line: {curve.label}"
        for curve in chart.curves
        if curve.label
    ]
    if "provisional" in drawn:
        said.append("○ and dashes: provisional, part of the cohort is too young")
    if any(bounds(row) for row in chart.rows):
        said.append("dotted: how far all that is unseen could move it")
    if chart.kind in ZOOMED:
        said.append("the axis of values does not begin at zero")
    blanks = dict.fromkeys(
        (BLANKS[row["blank"]].shorthand, row["blank_label"])
        for row in chart.rows
        if row.get("blank")
    )
    said += [f"{shorthand} {label.lower()}" for shorthand, label in blanks]
    told = "; ".join(said)
    return f"{told[0].upper()}{told[1:]}." if said else ""
