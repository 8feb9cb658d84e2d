"""Small charts side by side: each a figure of its own, so that a narrow screen sets them one below the other."""

import re

from charts.chart import Chart
from charts.small import has_one_axis
from views.plotly_control import control
from views.plotly_curve import curve
from views.plotly_language import in_language
from views.plotly_line import line
from views.plotly_parts import broken

WIDTH = 260
"""Pixels; the narrowest screen holds one, a laptop three beside each other."""
PLOT = 112
LINE_HEIGHT = 17
LABEL_WIDTH = 44
TITLE_WIDTH = 38
LEFT = 40
"""Pixels for the numbers of the axis of values."""
MOST_TICKS = 3
_YEARS = re.compile(r"\d{4}")
_DRAW = {"line": line, "control": control, "curve": curve}


def panels(chart: Chart) -> list[dict]:
    """A plotly figure for each panel, in order; with one axis of values where `unit` is that of all."""
    drawn = [_DRAW[panel.kind](panel, None) for panel in chart.panels]
    if has_one_axis(chart):
        ranges = [layout["yaxis"]["range"] for _, layout in drawn]
        shared = [min(low for low, _ in ranges), max(high for _, high in ranges)]
        for _, layout in drawn:
            layout["yaxis"]["range"] = shared
    return [
        {"data": [_thin(trace) for trace in traces], "layout": _small(panel, layout)}
        for panel, (traces, layout) in zip(chart.panels, drawn, strict=True)
    ]


def _small(panel: Chart, layout: dict) -> dict:
    """The same with few ticks, and above it its name in bold with what is said about it."""
    words = [f"<b>{broken(panel.title, TITLE_WIDTH)}</b>"]
    words += [broken(panel.subtitle, LABEL_WIDTH)] if panel.subtitle else []
    heading = "<br>".join(words)
    top = LINE_HEIGHT * (heading.count("<br>") + 1) + 8
    bottom = layout["margin"]["b"] if panel.kind == "curve" else 26
    kept = layout.get("annotations", [])
    name = {"text": heading, "align": "left", "showarrow": False}
    name |= {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": 1}
    name |= {"yanchor": "bottom", "yshift": 4, "xshift": 4 - LEFT}
    axis = layout["xaxis"]
    if panel.kind != "curve":
        axis = axis | _few(axis)
    small = layout | {
        "height": top + PLOT + bottom,
        "margin": {"l": LEFT, "r": layout["margin"]["r"], "t": top, "b": bottom},
        "xaxis": axis | {"automargin": False},
        "yaxis": layout["yaxis"] | {"nticks": 4, "automargin": False},
        "annotations": [*kept, name],
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
    }
    return in_language(small)


def _few(axis: dict) -> dict:
    """First, middle and last tick."""
    ticks = list(zip(axis["tickvals"], axis["ticktext"], strict=True))
    if len(ticks) > MOST_TICKS:
        ticks = [ticks[0], ticks[len(ticks) // 2], ticks[-1]]
    return {"tickvals": [x for x, _ in ticks], "ticktext": [_year(text) for _, text in ticks]}


def _year(text: str) -> str:
    """The last year that a period names, or its words where it names none."""
    return (_YEARS.findall(text) or [text])[-1]


def _thin(trace: dict) -> dict:
    """The same with points that small charts have room for."""
    if trace["mode"] != "markers":
        return trace
    marker = trace["marker"]
    edge = marker["line"] | {"width": 1}
    return trace | {"marker": marker | {"size": 0.65 * marker["size"], "line": edge}}
