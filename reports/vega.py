"""Draws a `Chart` for print: Vega-Lite turned into SVG without a browser."""

import vl_convert

from charts.chart import Chart
from languages import axis_signs
from reports.fonts_at_hand import ready
from reports.vega_axes import LYING, wrapped
from reports.vega_bars import bar_layers, reference_layers
from reports.vega_control import control_layers
from reports.vega_curve import curve_layers
from reports.vega_dumbbell import dumbbell_height, dumbbell_layers
from reports.vega_forest import forest_layers
from reports.vega_funnel import funnel_layers
from reports.vega_heat import heat_height, heat_layers
from reports.vega_lines import line_layers
from reports.vega_multiples import multiples
from reports.vega_stacked import stacked_height, stacked_layers
from reports.vega_stairs import stair_layers, stairs_height
from reports.vega_style import BAR_STEP, HEIGHT, LINE, WIDTH, config

LAYERS = {
    "line": line_layers,
    "bar": bar_layers,
    "staircase": stair_layers,
    "funnel": funnel_layers,
    "forest": forest_layers,
    "control": control_layers,
    "curve": curve_layers,
    "stacked": stacked_layers,
    "dumbbell": dumbbell_layers,
    "heat": heat_layers,
}
"""Kind of a chart -> what draws its marks."""
HEIGHTS = {"stacked": stacked_height, "dumbbell": dumbbell_height, "heat": heat_height}
"""Kinds that place every mark themselves, in pixels -> how tall their chart is."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"


def draw_svg(chart: Chart, has_roles: bool = True) -> str:
    """The chart as SVG text; its alternative text travels with the `Chart`, not in the picture.

    `has_roles` says of every mark what it is; a file that shows the drawing as one picture has no use for it.
    """
    ready()
    signs = axis_signs()
    more = {"format_locale": signs} if signs else {}
    told = specification(chart)
    told["config"] |= {"aria": has_roles}
    return vl_convert.vegalite_to_svg(told, allowed_base_urls=[], **more)


def specification(chart: Chart) -> dict:
    """The chart in Vega-Lite."""
    if chart.kind == "multiples":
        return {"$schema": SCHEMA} | multiples(chart, specification) | {"config": config()}
    layers = LAYERS[chart.kind](chart)
    if chart.reference:
        layers += reference_layers(chart)
    return {
        "$schema": SCHEMA,
        "data": {"values": _rows(chart)},
        # All charts are equally wide, labels included, so that print scales them alike.
        "autosize": {"type": "fit-x", "contains": "padding"},
        "width": WIDTH,
        "height": _height(chart),
        "layer": layers,
        "resolve": {"legend": {"color": "shared"}},
        "config": config(),
    }


def _rows(chart: Chart) -> list[dict]:
    if not chart.categories or chart.kind in (*HEIGHTS, "curve"):
        return list(chart.rows)
    return [row | {chart.x: wrapped(chart, row[chart.x])} for row in chart.rows]


def _height(chart: Chart) -> float | dict:
    if chart.kind in HEIGHTS:
        return HEIGHTS[chart.kind](chart)
    if chart.kind == "staircase" and (tall := stairs_height(chart)):
        return tall
    if chart.kind not in LYING:
        return HEIGHT
    lines = max(wrapped(chart, name).count("\n") for name in chart.categories) + 1
    # A second mark lies below the first.
    least = BAR_STEP + (6 if chart.second else 0)
    return {"step": max(least, LINE * lines + 2)}
