"""The lines behind the marks: a centre and its limits, told apart by their dashes."""

from charts.chart import Chart
from languages import later
from views.palette import GREY, PURPLE

STYLES = {
    "centre": {"color": GREY, "width": 2, "dash": "solid"},
    "inner": {"color": GREY, "width": 1.5, "dash": "dot"},
    "outer": {"color": GREY, "width": 1.5, "dash": "dash"},
    "dispersed": {"color": PURPLE, "width": 1.5, "dash": "longdashdot"},
}
"""Style of a curve -> its line."""
DASHES = {
    "solid": later("solid line: {words}"),
    "dot": later("dotted line: {words}"),
    "dash": later("dashed line: {words}"),
    "longdashdot": later("dash and dot line: {words}"),
}
"""Dash of a line -> what its key says; {words} are what the line is."""


def curves(chart: Chart, place=None) -> list[dict]:
    """The lines behind the marks; `place` turns an x into a position on the axis."""
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [place(x) if place else x for x, _ in curve.points],
            "y": [y for _, y in curve.points],
            "line": STYLES[curve.style],
            "hoverinfo": "skip",
        }
        for curve in chart.curves
    ]
