"""Shares that grow with the months since a start, named at their ends; the counts behind them stand below the axis."""

from itertools import pairwise

from charts.chart import Chart
from charts.end_names import apart
from charts.format import BLANKS
from charts.months import ticks
from languages import decimal
from views.palette import GREY, SERIES, SYMBOLS
from views.plotly_parts import broken, literal, pointed_at, points, value_axis, widest
from views.plotly_series import series

PLOT = 250
"""Pixels between the top of the chart and its axis."""
TOP = 34
LINE_HEIGHT = 16
AXIS = 44
"""Pixels below the axis that its numbers and its words take."""
WORDS = 22
"""Those of its words alone."""
END_WIDTH = 13
"""Characters of a name behind a line; longer ones are broken."""
CHARACTER = 6
"""Pixels, on the average of a name."""
STEP_ASIDE = 0.04
"""Part of the distance of two ticks by which the whiskers of two series stand apart."""


def curve(chart: Chart, highlight: str | None) -> tuple[list[dict], dict]:
    """Traces and layout; a series in `open_series` is a thin dotted line without points."""
    at = ticks(chart)
    span = (at[-1] - at[0]) or 1
    reach = 1.01 * max((after - x for x, after in pairwise(at)), default=span)
    names = chart.series_names or ("",)
    whole = [name for name in names if name not in chart.open_series]
    traces, ends, blanks = [], [], {}
    for order, name in enumerate(names):
        rows = [row for row in chart.rows if chart.series is None or row[chart.series] == name]
        is_open = name in chart.open_series
        aside = 0 if is_open else STEP_ASIDE * reach * (whole.index(name) - (len(whole) - 1) / 2)
        marks = [(row[chart.x] + aside, row) for row in rows]
        if is_open:
            traces.append(_dotted(chart, marks))
        else:
            drawn = series(
                marks, SERIES[order], SYMBOLS[order], is_alone=len(whole) == 1, reach=reach
            )
            traces += drawn
        seen = [(x, row[chart.y]) for x, row in marks if row[chart.y] is not None]
        if len(names) > 1 and seen:
            ends.append((*seen[-1], broken(name, END_WIDTH)))
        for row in rows:
            if row.get("blank"):
                blanks.setdefault(row[chart.x], {})[BLANKS[row["blank"]].shorthand] = None
    axis = value_axis(chart)
    axis_height = AXIS + (LINE_HEIGHT if blanks else 0)
    below = axis_height + 2 * LINE_HEIGHT * len(chart.under)
    room = CHARACTER * max((widest(name) for *_, name in ends), default=2)
    return traces, {
        "height": TOP + PLOT + below + 8,
        "margin": {"l": 8, "r": room + 16, "t": TOP, "b": below + 8},
        "yaxis": axis,
        "xaxis": {
            "range": [at[0] - 0.06 * span, at[-1] + 0.06 * span],
            "tickvals": list(at),
            "ticktext": [
                "<br>".join([decimal(x, 0 if x == int(x) else 1), *blanks.get(x, [])]) for x in at
            ],
            "tickangle": 0,
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
        },
        "annotations": _named(ends, axis["range"][1]) + _under(chart, at, axis_height),
    }


def _dotted(chart: Chart, marks: list) -> dict:
    """A limit of what is not known: nothing but its line, which says its number when pointed at."""
    trace = points(
        [x for x, _ in marks],
        [row[chart.y] for _, row in marks],
        [pointed_at(row) for _, row in marks],
        GREY,
        "circle",
    )
    trace["marker"] |= {"size": 4}
    line = {"color": GREY, "width": 1.5, "dash": "dot"}
    return trace | {"mode": "lines+markers", "line": line, "connectgaps": False}


def _named(ends: list, top: float) -> list[dict]:
    """Names behind the last points."""
    sizes = [(y, name.count("<br>") + 1) for _, y, name in ends]
    # There is room for half a name above the chart.
    middles = apart(sizes, LINE_HEIGHT * top / PLOT, 1.1 * top)
    return [
        {"x": x, "y": y, "text": name, "align": "left"}
        | {"showarrow": False, "xanchor": "left", "xshift": 10}
        for (x, _, name), y in zip(ends, middles, strict=True)
    ]


def _under(chart: Chart, at: list[float], top: int) -> list[dict]:
    """What the axis counts, then line by line: what is counted, and below it one count a tick."""
    left = {"xref": "paper", "x": 0, "xanchor": "left", "align": "left"}
    below = {"yref": "paper", "y": 0, "yanchor": "top", "showarrow": False}
    notes = []
    if chart.x_title:
        notes.append(left | below | {"text": literal(chart.x_title), "yshift": WORDS - top})
    for order, (what, counts) in enumerate(chart.under):
        down = -top - 2 * LINE_HEIGHT * order
        notes.append(left | below | {"text": literal(what), "yshift": down})
        notes += [
            below | {"x": x, "text": f"<b>{count}</b>", "yshift": down - LINE_HEIGHT + 2}
            for x, count in zip(at, counts, strict=True)
            if count
        ]
    return notes
