"""Lines over periods: a band for the interval, a line, hollow points where a number may still move."""

from charts.chart import Chart
from reports.vega_axes import places, values
from reports.vega_style import DASHES, PALETTE, SHAPES


def line_layers(chart: Chart) -> list[dict]:
    """Band, line, lone intervals, and points."""
    x = places(chart, "x")
    colour = _by_series(chart, "color", list(PALETTE))
    dash = _by_series(chart, "strokeDash", [list(dash) for dash in DASHES])
    shape = _by_series(chart, "shape", list(SHAPES))
    value = values(chart, "y")
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
