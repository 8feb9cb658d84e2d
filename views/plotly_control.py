"""A series between its limits: points with a signal are diamonds, whatever their direction."""

from itertools import pairwise

from charts.chart import Chart
from charts.units import UNITS
from views.palette import BLUE, ORANGE
from views.plotly_curves import curves
from views.plotly_parts import broken, pointed_at, points

HEIGHT = 340
MOST_TICKS = 6


def control(chart: Chart, highlight: str | None) -> tuple[list[dict], dict]:
    """Traces and layout; a point without a number is a gap."""
    at = {name: order for order, name in enumerate(chart.categories)}
    marks = [(at[row[chart.x]], row) for row in chart.rows]
    traces = curves(chart, at.get)
    traces.append(_line(chart, marks))
    for is_marked, colour, shape in ((False, BLUE, "circle"), (True, ORANGE, "diamond")):
        some = [
            (x, row)
            for x, row in marks
            if row[chart.marked] == is_marked and row[chart.y] is not None
        ]
        if some:
            trace = points(
                [x for x, _ in some],
                [row[chart.y] for _, row in some],
                [pointed_at(row) for _, row in some],
                colour,
                shape,
            )
            trace["marker"] |= {"size": 11 if is_marked else 7}
            traces.append(trace)
    step = -(-len(at) // MOST_TICKS)
    ticks = [(x, name) for name, x in at.items() if x % step == 0]
    return traces, {
        "height": HEIGHT,
        "margin": {"l": 8, "r": 8, "t": 34, "b": 8},
        "yaxis": _values(chart),
        "xaxis": {
            "range": [-0.5, len(at) - 0.5],
            "tickvals": [x for x, _ in ticks],
            "ticktext": [broken(name, 8) for _, name in ticks],
            "tickangle": 0,
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "automargin": True,
        },
    }


def _line(chart: Chart, marks: list) -> dict:
    joined = [
        (x, row[chart.y], to, after[chart.y])
        for (x, row), (to, after) in pairwise(marks)
        if row[chart.y] is not None and after[chart.y] is not None
    ]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [part for x, _, to, _ in joined for part in (x, to, None)],
        "y": [part for _, y, _, after in joined for part in (y, after, None)],
        "line": {"color": BLUE, "width": 2},
        "hoverinfo": "skip",
    }


def _values(chart: Chart) -> dict:
    """From a little below to a little above all that is drawn: what matters is the room between the limits."""
    drawn = [row[chart.y] for row in chart.rows if row[chart.y] is not None]
    drawn += [y for curve in chart.curves for _, y in curve.points]
    low, high = min(drawn), max(drawn)
    room = 0.15 * (high - low or abs(high) or 1)
    return {
        "range": [max(0.0, low - room) if low >= 0 else low - room, high + room],
        "tickformat": UNITS[chart.unit].tick,
        "fixedrange": True,
        "zeroline": False,
        "nticks": 6,
        "automargin": True,
    }
