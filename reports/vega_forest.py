"""Differences from a reference group: a point with its interval, and below it the same with like compared with like."""

from charts.chart import Chart
from reports.vega_axes import places, values
from reports.vega_style import INK, PALETTE

LOWER = 8
"""Pixels that the second mark lies below the first."""


def forest_layers(chart: Chart) -> list[dict]:
    """Intervals and points; a group that differs gets another shape and colour, one of which nothing is said no point."""
    y, x = places(chart, "y"), values(chart, "x")
    drawn = f"isValid(datum['{chart.y}'])"
    at = {"y": y, "x": x}
    plain = {"type": "point", "size": 50, "filled": True, "fill": PALETTE[0], "opacity": 1}
    striking = plain | {"shape": "diamond", "size": 90, "fill": PALETTE[1], "stroke": INK}
    silent = {"type": "text", "align": "left", "dx": 4, "color": INK, "fontStyle": "italic"}
    layers = [
        _limits(chart.lower, chart.upper, at, {"color": INK, "strokeWidth": 1.6}, drawn),
        _limits(
            chart.lower,
            chart.upper,
            at,
            {"color": PALETTE[0], "strokeWidth": 7, "opacity": 0.45},
            f"!{drawn}",
        ),
        _filtered(plain, at, f"{drawn} && !datum.{chart.marked}"),
        _filtered(striking, at, f"{drawn} && datum.{chart.marked}"),
        _filtered(
            silent,
            {"y": y, "x": {"datum": 0, "type": "quantitative"}, "text": {"field": "text"}},
            "datum.quality === 'blank'",
        ),
    ]
    return layers + (_second(chart, at) if chart.second else [])


def _second(chart: Chart, at: dict) -> list[dict]:
    shown = f"isValid(datum['{chart.second}'])"
    mark = {"type": "point", "size": 40, "filled": False, "stroke": PALETTE[3], "fill": "white"}
    mark |= {"shape": "square", "strokeWidth": 1.6, "yOffset": LOWER, "opacity": 1}
    line = {"color": PALETTE[3], "strokeWidth": 1.2, "yOffset": LOWER}
    return [
        _limits(chart.second_lower, chart.second_upper, at, line, shown),
        _filtered(mark, at | {"x": at["x"] | {"field": chart.second}}, shown),
    ]


def _limits(lower: str, upper: str, at: dict, look: dict, condition: str) -> dict:
    encoding = {"y": at["y"], "x": at["x"] | {"field": lower}, "x2": {"field": upper}}
    return _filtered({"type": "rule"} | look, encoding, f"isValid(datum['{lower}']) && {condition}")


def _filtered(mark: dict, encoding: dict, condition: str) -> dict:
    return {"mark": mark, "encoding": encoding, "transform": [{"filter": condition}]}
