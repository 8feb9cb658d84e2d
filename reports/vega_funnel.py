"""Places as points over their size, between limits of chance that narrow as places grow."""

from charts.chart import Chart
from reports.vega_axes import values
from reports.vega_curves import curve_layer
from reports.vega_style import GRID, INK, PALETTE


def funnel_layers(chart: Chart) -> list[dict]:
    """Curves, estimates pulled towards the average, the places, and the names of those that stand out."""
    x, y = _sizes(chart), values(chart, "y")
    at = {"x": x, "y": y}
    layers = [curve_layer(chart, x, y)]
    if chart.second and any(row[chart.second] is not None for row in chart.rows):
        pulled = {"x": x, "y": y | {"field": chart.second}}
        mark = {"type": "point", "shape": "stroke", "size": 70, "color": PALETTE[3]}
        mark |= {"strokeWidth": 2, "opacity": 1}
        layers.append({"mark": mark, "encoding": pulled, "transform": _where(chart.second)})
    plain = {"type": "point", "size": 46, "filled": True, "fill": PALETTE[0], "opacity": 1}
    striking = plain | {"shape": "diamond", "size": 90, "fill": PALETTE[1], "stroke": INK}
    names = {"type": "text", "align": "left", "dx": 8, "color": INK}
    layers += [
        {"mark": plain, "encoding": at, "transform": _where(chart.y, f"!datum.{chart.marked}")},
        {"mark": striking, "encoding": at, "transform": _where(chart.y, f"datum.{chart.marked}")},
        {"mark": names, "encoding": at | {"text": {"field": chart.label}}},
    ]
    return layers


def _sizes(chart: Chart) -> dict:
    axis = {"title": chart.x_title, "format": ",.0f", "tickCount": 6, "grid": False}
    axis |= {"domainColor": INK, "tickColor": GRID, "labelOverlap": "greedy"}
    sizes = [row[chart.x] for row in chart.rows]
    # Room on the right for the name of the largest place.
    if chart.is_log:
        scale = {"type": "log", "domain": [min(sizes) / 1.5, max(sizes) * 2]}
    else:
        scale = {"domain": [0, max(sizes) * 1.15]}
    return {
        "field": chart.x,
        "type": "quantitative",
        "axis": axis,
        "scale": scale | {"nice": False},
    }


def _where(column: str, condition: str = "true") -> list[dict]:
    return [{"filter": f"isValid(datum['{column}']) && {condition}"}]
