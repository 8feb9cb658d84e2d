"""Lines over periods: a band for the interval, a line, hollow points where a number may still move.

Dotted upright lines say how far the unseen could move a number; at the foot stands why there is none.
"""

from charts.chart import Chart
from charts.format import BLANKS
from reports.vega_axes import places, values, wrapped
from reports.vega_style import DASHES, INK, OPEN, PALETTE, SHAPES

UNSEEN = {"type": "rule", "strokeWidth": 1.2, "strokeDash": [1.5, 2.5]}


def line_layers(chart: Chart) -> list[dict]:
    """Band, how far the unseen reaches, line, lone intervals, points, and the signs of what is blank."""
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
        _unseen(chart, x, value, colour),
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
        *_blanks(chart, x),
    ]


def _unseen(chart: Chart, x: dict, value: dict, colour: dict) -> dict:
    """From the lowest to the highest; beside other lines only of what has no number, in the colour of its line."""
    is_alone = len(chart.series_names) < 2
    known = "isValid(datum.bound_lower) && isValid(datum.bound_upper)"
    wanted = f"{known} && datum.bound_lower !== datum.bound_upper"
    return {
        "mark": UNSEEN,
        "transform": [{"filter": wanted if is_alone else f"{wanted} && isValid(datum.blank)"}],
        "encoding": {
            "x": x,
            "y": value | {"field": "bound_lower"},
            "y2": {"field": "bound_upper"},
        }
        | ({"color": {"value": OPEN}} if is_alone else colour),
    }


def _blanks(chart: Chart, x: dict) -> list[dict]:
    """The shorthands of what is blank in a period, at the foot of the chart; none where nothing is."""
    found: dict[str, dict[str, None]] = {}
    for row in chart.rows:
        if row.get("blank"):
            found.setdefault(row[chart.x], {})[BLANKS[row["blank"]].shorthand] = None
    if not found:
        return []
    signs = [{chart.x: wrapped(chart, at), "sign": " ".join(codes)} for at, codes in found.items()]
    encoding = {"x": x, "y": {"value": "height"}, "text": {"field": "sign", "type": "nominal"}}
    mark = {"type": "text", "baseline": "bottom", "dy": -3, "color": INK, "fontSize": 10}
    return [{"data": {"values": signs}, "mark": mark, "encoding": encoding}]


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
