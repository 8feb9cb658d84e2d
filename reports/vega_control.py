"""A series between its limits: points in a line, those with a signal in another shape and colour."""

from charts.chart import Chart
from reports.vega_axes import places, values
from reports.vega_curves import curve_layer
from reports.vega_style import INK, PALETTE


def control_layers(chart: Chart) -> list[dict]:
    """Centre and limits, the line, its points, and the points with a signal."""
    x, y = places(chart, "x"), values(chart, "y")
    at = {"x": x, "y": y}
    line = {"type": "line", "strokeWidth": 1.4, "color": PALETTE[0], "opacity": 0.7}
    line |= {"invalid": "break-paths-filter-domains"}
    plain = {"type": "point", "size": 30, "filled": True, "fill": PALETTE[0], "opacity": 1}
    striking = plain | {"shape": "diamond", "size": 84, "fill": PALETTE[1], "stroke": INK}
    drawn = f"isValid(datum['{chart.y}'])"
    curves = [curve_layer(chart, x, y)] if chart.curves else []
    return [
        *curves,
        {"mark": line, "encoding": at},
        {
            "mark": plain,
            "encoding": at,
            "transform": [{"filter": f"{drawn} && !datum.{chart.marked}"}],
        },
        {
            "mark": striking,
            "encoding": at,
            "transform": [{"filter": f"{drawn} && datum.{chart.marked}"}],
        },
    ]
