"""Draws a `Chart` for print: Vega-Lite turned into SVG without a browser.

Colours are the four of the print palette in an order that keeps neighbours three to one apart;
every series also has its own dash and point shape, so that the chart survives a black-and-white copy.
"""

import textwrap

import vl_convert

from charts.chart import Chart
from charts.units import UNITS

PALETTE = ("#12436D", "#F46A25", "#801650", "#28A197")
DASHES = ([1, 0], [6, 3], [2, 2], [8, 2, 2, 2])
SHAPES = ("circle", "square", "triangle-up", "diamond")
INK, GRID, PALE = "#1A1A1A", "#D9D9D9", "#C4D2E3"
FONT = "Libertinus Serif"
WIDTH, HEIGHT, BAR_STEP, LINE = 500, 205, 21, 13
LABEL_WIDTH = {"bar": 30, "line": 14, "staircase": 18}
"""Characters of a label on one line; longer ones are broken into several."""


def draw_svg(chart: Chart) -> str:
    """The chart as SVG text; its alternative text travels with the `Chart`, not in the picture."""
    return vl_convert.vegalite_to_svg(specification(chart), allowed_base_urls=[])


def specification(chart: Chart) -> dict:
    """The chart in Vega-Lite."""
    layers = _line_layers(chart) if chart.kind == "line" else _bar_layers(chart)
    if chart.reference:
        layers += _reference_layers(chart)
    lines = max(_wrapped(chart, name).count("\n") for name in chart.categories) + 1
    step = max(BAR_STEP, LINE * lines + 2)
    height = {"step": step} if chart.kind == "bar" else HEIGHT
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": [row | {chart.x: _wrapped(chart, row[chart.x])} for row in chart.rows]},
        # All charts are equally wide, labels included, so that print scales them alike.
        "autosize": {"type": "fit-x", "contains": "padding"},
        "width": WIDTH,
        "height": height,
        "layer": layers,
        "resolve": {"legend": {"color": "shared"}},
        "config": _config(),
    }


def _line_layers(chart: Chart) -> list[dict]:
    x = _places(chart, "x")
    colour = _by_series(chart, "color", list(PALETTE))
    dash = _by_series(chart, "strokeDash", [list(dash) for dash in DASHES])
    shape = _by_series(chart, "shape", list(SHAPES))
    value = _values(chart, "y")
    limits = {"x": x, "y": value | {"field": chart.lower}, "y2": {"field": chart.upper}}
    alone = "datum.quality === 'very_uncertain'"
    return [
        {
            "mark": {"type": "area", "opacity": 0.14, "invalid": "break-paths-filter-domains"},
            "encoding": limits | colour,
        },
        {
            "mark": {"type": "line", "strokeWidth": 2, "invalid": "break-paths-filter-domains"},
            "encoding": {"x": x, "y": value} | colour | dash,
        },
        {
            "mark": {"type": "rule", "strokeWidth": 5, "opacity": 0.55},
            "transform": [{"filter": alone}],
            "encoding": limits | colour,
        },
        _points(
            chart, {"x": x, "y": value} | colour | shape, "datum.quality !== 'provisional'", True
        ),
        _points(
            chart, {"x": x, "y": value} | colour | shape, "datum.quality === 'provisional'", False
        ),
    ]


def _points(chart: Chart, encoding: dict, condition: str, filled: bool) -> dict:
    mark = {"type": "point", "size": 46, "strokeWidth": 1.6, "filled": filled, "opacity": 1}
    return {
        "mark": mark if filled else mark | {"fill": "white"},
        "transform": [{"filter": f"isValid(datum['{chart.y}']) && {condition}"}],
        "encoding": encoding,
    }


def _bar_layers(chart: Chart) -> list[dict]:
    across, along = ("y", "x") if chart.kind == "bar" else ("x", "y")
    places = _places(chart, across)
    value = _values(chart, along)
    limits = {
        across: places,
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
            "encoding": {across: places, along: value},
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
            "encoding": {across: places, along: value},
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
                across: places,
                along: {"datum": 0, "type": "quantitative"},
                "text": {"field": "text"},
            },
        },
    ]


def _reference_layers(chart: Chart) -> list[dict]:
    along = "x" if chart.kind == "bar" else "y"
    at = {along: {"datum": chart.reference.value, "type": "quantitative"}}
    rule = {"type": "rule", "strokeDash": [3, 3], "color": INK}
    words = {"type": "text", "align": "left", "dx": 4, "dy": -6, "color": INK}
    label = {"text": {"value": chart.reference.label}}
    if along == "y":
        label["x"] = {"value": 0}
    return [{"mark": rule, "encoding": at}, {"mark": words, "encoding": at | label}]


def _places(chart: Chart, channel: str) -> dict:
    axis = {"title": chart.x_title or None, "labelAngle": 0, "labelLimit": 0}
    axis |= {"grid": False, "domainColor": INK, "ticks": False, "labelPadding": 6}
    axis["labelExpr"] = "split(datum.label, '\\n')"
    categories = [_wrapped(chart, name) for name in chart.categories]
    scale = {"domain": categories} | ({} if chart.kind == "line" else {"paddingInner": 0.4})
    return {
        "field": chart.x,
        "type": "ordinal",
        "sort": categories,
        "scale": scale,
        "axis": axis,
    }


def _values(chart: Chart, channel: str) -> dict:
    axis = {
        "title": chart.y_title,
        "format": UNITS[chart.unit].tick,
        "tickCount": 5,
        "gridColor": GRID,
        "domain": False,
        "ticks": False,
    }
    if channel == "y":
        # Beside an upright axis the words would lie on their side; the subtitle has them.
        axis["title"] = None
    # Every axis begins at zero: a cut axis makes small changes look large.
    return {
        "field": chart.y,
        "type": "quantitative",
        "axis": axis,
        "scale": {"zero": True, "nice": True},
    }


def _by_series(chart: Chart, channel: str, looks: list) -> dict:
    if chart.series is None:
        return {channel: {"value": looks[0]}} if channel == "color" else {}
    names = list(chart.series_names)
    legend = None
    if len(names) > 1:
        legend = {"title": None, "orient": "top", "symbolSize": 90, "symbolOpacity": 1}
        legend |= {"labelFontSize": 11, "labelLimit": 220, "columns": 4, "offset": 14}
    scale = {"domain": names, "range": looks[: len(names)]}
    return {channel: {"field": chart.series, "type": "nominal", "scale": scale, "legend": legend}}


def _config() -> dict:
    return {
        "font": FONT,
        "view": {"stroke": None},
        "background": "white",
        "axis": {"labelFontSize": 11, "titleFontSize": 11, "titleFontWeight": "normal"},
        "text": {"fontSize": 11, "font": FONT},
        "padding": {"left": 6, "right": 18, "top": 6, "bottom": 6},
    }


def _wrapped(chart: Chart, label: str) -> str:
    longest = max(len(name) for name in chart.categories)
    width = LABEL_WIDTH[chart.kind] + (16 if chart.kind == "bar" and longest > 60 else 0)
    # Many bars with many lines each would not fit a page; the table has the whole label.
    most = 3 if len(chart.categories) <= 12 else 2
    return "\n".join(textwrap.wrap(label, width, max_lines=most, placeholder=" …"))
