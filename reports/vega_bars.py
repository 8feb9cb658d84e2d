"""Bars with their intervals, lying or upright; blanks say why there is no bar."""

from charts.chart import Chart
from reports.vega_axes import LYING, places, values
from reports.vega_style import INK, PALE, PALETTE


def bar_layers(chart: Chart) -> list[dict]:
    """A bar a place, category or stage; hollow where provisional, the interval alone where very uncertain."""
    across, along = ("y", "x") if chart.kind == "bar" else ("x", "y")
    spots = places(chart, across)
    value = values(chart, along)
    limits = {
        across: spots,
        along: value | {"field": chart.lower},
        f"{along}2": {"field": chart.upper},
    }
    drawn = f"isValid(datum['{chart.y}'])"
    blank = "datum.quality === 'blank'"
    certain = "datum.quality !== 'very_uncertain'"
    return [
        {
            # The edge carries the contrast, so that the interval stays legible on the bar.
            "mark": {"type": "bar", "fill": PALE, "stroke": PALETTE[0], "strokeWidth": 1.2},
            "transform": [{"filter": f"{drawn} && datum.quality !== 'provisional'"}],
            "encoding": {across: spots, along: value},
        },
        {
            "mark": {
                "type": "bar",
                "fill": "white",
                "stroke": PALETTE[0],
                "strokeWidth": 1.2,
                "strokeDash": [4, 3],
            },
            "transform": [{"filter": f"{drawn} && datum.quality === 'provisional'"}],
            "encoding": {across: spots, along: value},
        },
        {
            "mark": {"type": "rule", "strokeWidth": 1.6, "color": INK},
            "transform": [{"filter": certain}],
            "encoding": limits,
        },
        {
            "mark": {"type": "rule", "strokeWidth": 7, "color": PALETTE[0], "opacity": 0.45},
            "transform": [{"filter": "datum.quality === 'very_uncertain'"}],
            "encoding": limits,
        },
        {
            "mark": {"type": "text", "align": "left", "dx": 4, "color": INK, "fontStyle": "italic"},
            "transform": [{"filter": blank}],
            "encoding": {
                across: spots,
                along: {"datum": 0, "type": "quantitative"},
                "text": {"field": "text"},
            },
        },
    ]


def reference_layers(chart: Chart) -> list[dict]:
    """A line at a level to compare with, and its words above the marks."""
    along = "x" if chart.kind in LYING else "y"
    at = {along: {"datum": chart.reference.value, "type": "quantitative"}}
    rule = {"type": "rule", "strokeDash": [3, 3], "color": INK}
    words = {"type": "text", "align": "left", "dx": 4, "dy": -6, "color": INK}
    label = {"text": {"value": chart.reference.label}}
    label["x" if along == "y" else "y"] = {"value": 0}
    return [{"mark": rule, "encoding": at}, {"mark": words, "encoding": at | label}]
