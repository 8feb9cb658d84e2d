"""Places over their size between limits that narrow: flagged ones are named, the pulled value is a lighter mark."""

from math import floor, log10

from charts.chart import Chart
from charts.format import count
from charts.units import UNITS
from views.palette import BLUE, ORANGE
from views.plotly_curves import STYLES, curves
from views.plotly_parts import broken, literal, pointed_at, points, see_through

HEIGHT = 420
NEAR = 0.2
"""Part of the width of the chart within which two names would touch."""
FEWEST_JOINED = 8
"""Limits of fewer places are drawn at each place by itself: lines between them would lead nowhere."""


def funnel(chart: Chart, highlight: str | None) -> tuple[list[dict], dict]:
    """Traces and layout; the chosen place is a square, an alarm or alert a diamond with its name."""
    traces = curves(chart) if len(chart.rows) >= FEWEST_JOINED else _gates(chart)
    traces += _pulled(chart)
    for is_marked in (False, True):
        for is_chosen in (False, True):
            some = [
                row
                for row in chart.rows
                if row[chart.marked] == is_marked and (row["name"] == highlight) == is_chosen
            ]
            if some:
                traces.append(_points(chart, some, is_marked, is_chosen))
    sizes = [row[chart.x] for row in chart.rows]
    return traces, {
        "height": HEIGHT,
        "margin": {"l": 8, "r": 16, "t": 34, "b": 8},
        "yaxis": _values(chart),
        "xaxis": _sizes(chart, min(sizes), max(sizes)),
    }


def _gates(chart: Chart) -> list[dict]:
    """At each place its own centre and limits: short bars, joined from limit to limit."""
    traces = []
    for style in dict.fromkeys(curve.style for curve in chart.curves):
        points_of = [curve.points for curve in chart.curves if curve.style == style]
        line = STYLES[style]
        ends = [
            (x, low, high) for (x, high), (_, low) in zip(points_of[0], points_of[-1], strict=True)
        ]
        traces.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": [part for x, _, _ in ends for part in (x, x, None)],
                "y": [part for _, low, high in ends for part in (low, high, None)],
                "line": line,
                "marker": {
                    "symbol": "line-ew",
                    "size": 24 if style == "centre" else 14,
                    "line": {"width": 2, "color": line["color"]},
                },
                "hoverinfo": "skip",
            }
        )
    return traces


def _points(chart: Chart, rows: list[dict], is_marked: bool, is_chosen: bool) -> dict:
    colour = ORANGE if is_marked else BLUE
    shape = "square" if is_chosen else ("diamond" if is_marked else "circle")
    trace = points(
        [row[chart.x] for row in rows],
        [row[chart.y] for row in rows],
        [pointed_at(row) for row in rows],
        colour,
        shape,
    )
    if is_marked or is_chosen:
        trace |= {
            "mode": "markers+text",
            "text": [literal(row["name"]) for row in rows],
            "textposition": [_beside(chart, row) for row in rows],
            "textfont": {"size": 12},
            "cliponaxis": False,
        }
    return trace


def _beside(chart: Chart, row: dict) -> str:
    """Where the name stands: away from the centre, inside the chart, and out of the way of the next name."""
    place = log10 if chart.is_log else float
    named = sorted(place(each[chart.x]) for each in chart.rows if each[chart.marked])
    sizes = [place(each[chart.x]) for each in chart.rows]
    reach = (max(sizes) - min(sizes)) or 1
    at = (place(row[chart.x]) - min(sizes)) / reach
    following = [(x - min(sizes)) / reach for x in named if x > place(row[chart.x])]
    is_crowded = bool(following) and following[0] - at < NEAR
    is_left = at > 1 - NEAR or (is_crowded and at > NEAR)
    is_high = row.get("flag", "").startswith("high")
    return f"{'top' if is_high else 'bottom'} {'left' if is_left else 'right'}"


def _pulled(chart: Chart) -> list[dict]:
    told = [row for row in chart.rows if chart.second and row[chart.second] is not None]
    if not told:
        return []
    faint = see_through(BLUE, 0.65)
    paths = {
        "type": "scatter",
        "mode": "lines",
        "x": [part for row in told for part in (row[chart.x], row[chart.x], None)],
        "y": [part for row in told for part in (row[chart.y], row[chart.second], None)],
        "line": {"width": 1, "color": faint},
        "hoverinfo": "skip",
    }
    marks = {
        "type": "scatter",
        "mode": "markers",
        "x": [row[chart.x] for row in told],
        "y": [row[chart.second] for row in told],
        "marker": {"symbol": "line-ew", "size": 12, "line": {"width": 2, "color": faint}},
        "hovertext": [broken(f"{row['name']}, {chart.second_label}", 48) for row in told],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    return [paths, marks]


def _values(chart: Chart) -> dict:
    drawn = [row[chart.y] for row in chart.rows]
    drawn += [y for curve in chart.curves for _, y in curve.points]
    low, high = min(drawn), max(drawn)
    room = 0.08 * (high - low or 1)
    top = min(1.03, high + room) if chart.unit == "share" else high + room
    return {
        "range": [max(0.0, low - room) if low >= 0 else low - room, top],
        "title": {"text": literal(chart.y_title)},
        "tickformat": UNITS[chart.unit].tick,
        "fixedrange": True,
        "zeroline": False,
        "nticks": 6,
        "automargin": True,
    }


def _sizes(chart: Chart, smallest: float, largest: float) -> dict:
    axis = {
        "title": {"text": literal(chart.x_title)},
        "fixedrange": True,
        "zeroline": False,
        "automargin": True,
        "tickformat": ",.0f",
        "showgrid": False,
    }
    if not chart.is_log:
        room = 0.06 * (largest - smallest or 1)
        return axis | {"range": [max(0, smallest - room), largest + room], "nticks": 6}
    marks = [
        step * 10**power
        for power in range(floor(log10(smallest)), floor(log10(largest)) + 1)
        for step in (1, 3)
    ]
    room = 0.05 * log10(largest / smallest)
    return axis | {
        "type": "log",
        "range": [log10(smallest) - room, log10(largest) + room],
        "tickvals": marks,
        "ticktext": [count(mark) for mark in marks],
    }
