"""Small charts side by side: each a figure of its own, so that a narrow screen sets them one below the other."""

from charts.chart import Chart
from views.plotly_control import control
from views.plotly_curve import curve
from views.plotly_line import line
from views.plotly_parts import broken

WIDTH = 280
"""Pixels; the narrowest screen holds one."""
PLOT = 112
LINE_HEIGHT = 17
LABEL_WIDTH = 38
MOST_TICKS = 3
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
        {"data": traces, "layout": _small(panel, layout)}
        for panel, (traces, layout) in zip(chart.panels, drawn, strict=True)
    ]


def has_one_axis(chart: Chart) -> bool:
    """True where the heights of any two panels may be compared."""
    return bool(chart.unit) and all(panel.unit == chart.unit for panel in chart.panels)


def _small(panel: Chart, layout: dict) -> dict:
    """The same with few ticks, and above it its name in bold with what is said about it."""
    words = [f"<b>{broken(panel.title, LABEL_WIDTH)}</b>"]
    words += [broken(panel.subtitle, LABEL_WIDTH)] if panel.subtitle else []
    heading = "<br>".join(words)
    top = LINE_HEIGHT * (heading.count("<br>") + 1) + 8
    bottom = layout["margin"]["b"] if panel.kind == "curve" else 26
    kept = layout.get("annotations", [])
    name = {"text": heading, "align": "left", "showarrow": False}
    name |= {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": 1}
    name |= {"yanchor": "bottom", "yshift": 4}
    axis = layout["xaxis"]
    if panel.kind != "curve":
        axis = axis | _few(axis)
    return layout | {
        "height": top + PLOT + bottom,
        "margin": {"l": 40, "r": layout["margin"]["r"], "t": top, "b": bottom},
        "xaxis": axis | {"automargin": False},
        "yaxis": layout["yaxis"] | {"nticks": 4, "automargin": False},
        "annotations": [*kept, name],
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
    }


def _few(axis: dict) -> dict:
    """First, middle and last tick."""
    ticks = list(zip(axis["tickvals"], axis["ticktext"], strict=True))
    if len(ticks) > MOST_TICKS:
        ticks = [ticks[0], ticks[len(ticks) // 2], ticks[-1]]
    return {"tickvals": [x for x, _ in ticks], "ticktext": [text for _, text in ticks]}
