"""Draws a Chart with plotly, as plain dicts: building plotly's own objects costs six times as much."""

import streamlit as st

from charts.chart import Chart
from charts.format import BLANKS
from charts.joining import in_turn
from charts.looks import part_names, parts_in_words
from charts.pairs import is_unsure
from charts.release_words import inside
from charts.small import has_one_axis
from charts.unseen import bounds
from languages import later, phrase
from release.read import Release
from reports.page.document import Picture
from views import downloads, plotly_drawn, shown
from views.html import element
from views.plotly_bars import bars
from views.plotly_control import control
from views.plotly_curve import curve
from views.plotly_curves import DASHES, STYLES
from views.plotly_dumbbell import dumbbell
from views.plotly_forest import forest
from views.plotly_funnel import funnel
from views.plotly_heat import heat
from views.plotly_language import in_language
from views.plotly_line import line
from views.plotly_multiples import WIDTH, panels
from views.plotly_parts import limits
from views.plotly_stacked import stacked
from views.plotly_stairs import staircase

_DRAW = {
    "line": line,
    "bar": bars,
    "staircase": staircase,
    "funnel": funnel,
    "forest": forest,
    "control": control,
    "curve": curve,
    "stacked": stacked,
    "dumbbell": dumbbell,
    "heat": heat,
}
MARKED = {
    "funnel": later("◆ further from the others than chance explains"),
    "forest": later("◆ a difference"),
    "control": later("◆ a signal"),
    "multiples": later("◆ a signal"),
    "dumbbell": later("◆ with a thick line: a difference"),
}
"""Kind of a chart -> what a mark that stands out says."""
ZOOMED = ("funnel", "control")
"""Kinds whose axis of values shows the room between limits, and not zero."""
CONFIG = {"displaylogo": False, "displayModeBar": False, "scrollZoom": False}
WITHOUT_INTERVALS = ("stacked", "dumbbell", "heat")
"""Kinds that draw no interval: their words say how far a number can be leaned on."""
SECOND = {
    "funnel": later("the short bar beside a point: {words}"),
    "forest": later("the small square below: {words}"),
    "dumbbell": later("● the group, and the hollow square: {words}"),
}
"""Kind of a chart -> what the key says of its second marks; {words} are what they are."""


def show(
    release: Release, chart: Chart, *, key: str, name: str, highlight: str | None = None
) -> None:
    """The chart with its alternative text, the key to its marks and its files; `name` is the page or metric."""
    if chart.kind == "multiples":
        _show_panels(chart, key)
    else:
        drawn = plotly_drawn.as_it_is(figure(chart, highlight))
        st.plotly_chart(drawn, key=key, alt=chart.alt, width="stretch", config=CONFIG)
    explained = reading_key(chart)
    st.html(element("p", explained, class_="answerable-note"))
    shown.remember(Picture(chart, explained))
    downloads.chart(release, chart, key=key, name=name, reading_key=explained)


def _show_panels(chart: Chart, key: str) -> None:
    """Small charts in lines as long as the screen is wide."""
    with st.container(horizontal=True, gap="small"):
        for order, (panel, drawn) in enumerate(zip(chart.panels, panels(chart), strict=True)):
            st.plotly_chart(
                plotly_drawn.as_it_is(drawn),
                key=f"{key} {order}",
                alt=panel.alt,
                width=WIDTH,
                config=CONFIG,
            )


def figure(chart: Chart, highlight: str | None = None) -> dict:
    """A plotly figure as a dict; `highlight` is the `x` drawn in another colour and shape."""
    traces, layout = _DRAW[chart.kind](chart, highlight)
    layout = {"showlegend": False} | layout | {"hovermode": "closest", "dragmode": False}
    return {"data": traces, "layout": in_language(layout)}


def kind_in_words(chart: Chart) -> list[str]:
    """What has to be known of a kind before its marks can be read; for most, nothing."""
    if chart.kind == "stacked" and part_names(chart):
        return [parts_in_words(chart)]
    if chart.kind == "heat":
        return [phrase("the deeper the blue, the higher the number")]
    if chart.kind == "dumbbell" and any(is_unsure(row) for row in chart.rows):
        return [phrase("grey and hollow: too little is known to compare")]
    return []


def reading_key(chart: Chart) -> str:
    """How to read the marks that this chart really has."""
    drawn = {row["quality"] for row in chart.rows}
    said = kind_in_words(chart)
    if any(limits(row) for row in chart.rows):
        said.append(
            phrase("The line on a bar is its 95% interval")
            if chart.kind == "staircase"
            else phrase("The band or bar around a point is its 95% interval")
        )
    if "use_with_care" in drawn and chart.kind != "staircase":
        said.append(phrase("◉ use with care"))
    if "very_uncertain" in drawn and chart.kind not in WITHOUT_INTERVALS:
        said.append(phrase("a bar without a point: very uncertain"))
    if chart.marked and any(row[chart.marked] for row in chart.rows):
        said.append(phrase(MARKED[chart.kind]))
    if chart.second and any(row[chart.second] is not None for row in chart.rows):
        said.append(phrase(SECOND[chart.kind], words=chart.second_label))
    for style, words in _curves(chart):
        dash = STYLES[style]["dash"]
        said.append(phrase(DASHES[dash], words=words))
    if "provisional" in drawn:
        said.append(
            phrase("hatched, with a dashed edge: provisional, part of the cohort is too young")
            if chart.kind == "staircase"
            else phrase("○ and dashes: provisional, part of the cohort is too young")
        )
    if any(row.get("lost") is not None for row in chart.rows):
        said.append(phrase("grey and hatched: fell away since the step before"))
    if chart.kind == "curve" and chart.open_series:
        said.append(phrase("thin dotted lines: as far as what is not seen could move it"))
    if any(bounds(row) for row in chart.rows):
        said.append(phrase("dotted: how far all that is unseen could move it"))
    if chart.kind == "multiples":
        said.append(
            phrase("all small charts have the same axis of values")
            if has_one_axis(chart)
            else phrase("each small chart has an axis of values of its own")
        )
    if chart.kind in ZOOMED or any(panel.kind in ZOOMED for panel in chart.panels):
        said.append(phrase("an axis of values does not always begin at zero"))
    blanks = dict.fromkeys(
        (BLANKS[row["blank"]].shorthand, row["blank_label"])
        for row in chart.rows
        if row.get("blank")
    )
    said += [f"{shorthand} {inside(label)}" for shorthand, label in blanks]
    told = in_turn(said)
    return f"{told[0].upper()}{told[1:]}." if said else ""


def _curves(chart: Chart) -> list[tuple[str, str]]:
    """Style and words of the lines behind the marks, those of all panels once."""
    said: dict[str, dict[str, None]] = {}
    for each in (chart, *chart.panels):
        for behind in each.curves:
            if behind.label:
                said.setdefault(behind.style, {})[behind.label] = None
    return [(style, phrase(" or ").join(labels)) for style, labels in said.items()]
