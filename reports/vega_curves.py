"""Lines behind the marks of a printed chart: its centre and its limits, named in a key."""

from charts.chart import Chart
from reports.vega_axes import wrapped
from reports.vega_style import CURVES


def curve_layer(chart: Chart, x: dict, y: dict) -> dict:
    """One layer for all curves; `x` and `y` are the encodings of the marks they lie behind."""
    labels = {curve.style: curve.label for curve in reversed(chart.curves) if curve.label}
    points = [
        {
            "at": _at(chart, at),
            "level": level,
            "curve": number,
            "key": labels.get(curve.style, curve.style),
        }
        for number, curve in enumerate(chart.curves)
        for at, level in curve.points
    ]
    # A key lists the styles in the order of their declaration, from the centre outwards.
    looks = {labels.get(s, s): look for s, look in CURVES.items() if s in _styles(chart)}
    legend = {"title": None, "orient": "top", "labelFontSize": 11, "labelLimit": 330}
    legend |= {"columns": 2, "symbolSize": 300, "symbolStrokeWidth": 1.4, "offset": 8}
    scale = {"domain": list(looks)}
    return {
        "data": {"values": points},
        "mark": {"type": "line", "strokeWidth": 1.3},
        "encoding": {
            "x": x | {"field": "at"},
            "y": y | {"field": "level"},
            "detail": {"field": "curve", "type": "nominal"},
            "color": {
                "field": "key",
                "type": "nominal",
                "scale": scale | {"range": [colour for colour, _ in looks.values()]},
                "legend": legend,
            },
            "strokeDash": {
                "field": "key",
                "type": "nominal",
                "scale": scale | {"range": [dash for _, dash in looks.values()]},
                "legend": legend,
            },
        },
    }


def _at(chart: Chart, at):
    """Where a point of a curve lies: a size as it is, a period as its axis writes it."""
    return wrapped(chart, at) if chart.categories else at


def _styles(chart: Chart) -> set[str]:
    return {curve.style for curve in chart.curves}
