"""Differences from a reference group, one a line: the interval, the adjusted difference below it, zero as a line."""

from itertools import accumulate

from charts.chart import Chart
from charts.release_words import inside
from charts.units import UNITS
from languages import phrase
from views.palette import BLUE, GREY, ORANGE
from views.plotly_parts import broken, limits, literal, pointed_at, points, spans

LABEL_WIDTH = 26
LABEL_LINES = 3
LINE_HEIGHT = 14
ROOM = 14
"""Pixels between the labels of two groups."""
ASIDE = 12
"""Pixels by which the adjusted difference is drawn below the line of its group."""


def forest(chart: Chart, highlight: str | None) -> tuple[list[dict], dict]:
    """Traces and layout; a difference is a diamond, everything else a circle; what cannot be told has no point."""
    labels = [_label(row, chart) for row in chart.rows]
    heights = [ROOM + LINE_HEIGHT * (label.count("<br>") + 1) for label in labels]
    whole = sum(heights)
    middles = [end - height / 2 for end, height in zip(accumulate(heights), heights, strict=True)]
    marks = list(zip(middles, chart.rows, strict=True))
    traces = _second(chart, marks)
    for is_marked, colour, shape in ((False, BLUE, "circle"), (True, ORANGE, "diamond")):
        some = [(y, row) for y, row in marks if row[chart.marked] == is_marked]
        traces += _firsts(chart, some, colour, shape)
    low, high = _reach(chart)
    return traces, {
        "height": 96 + whole,
        "margin": {"l": 8, "r": 8, "t": 34, "b": 8},
        "xaxis": {
            "range": [low, high],
            "title": {"text": literal(chart.y_title)},
            "tickformat": UNITS[chart.unit].tick,
            "fixedrange": True,
            "zeroline": False,
            "nticks": 6,
            "automargin": True,
        },
        "yaxis": {
            "range": [whole + ASIDE / 2, 0],
            "tickvals": middles,
            "ticktext": labels,
            "fixedrange": True,
            "zeroline": False,
            "showgrid": False,
            "automargin": True,
        },
        "shapes": [
            {
                "type": "line",
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "x0": chart.reference.value,
                "x1": chart.reference.value,
                "line": {"width": 2, "color": GREY},
            }
        ],
        "annotations": [
            {
                "x": chart.reference.value,
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "text": literal(chart.reference.label),
                "showarrow": False,
            }
        ],
    }


def _firsts(chart: Chart, marks: list, colour: str, shape: str) -> list[dict]:
    thin = [(y, limits(row)) for y, row in marks if limits(row) and row[chart.y] is not None]
    thick = [(y, limits(row)) for y, row in marks if limits(row) and row[chart.y] is None]
    traces = [spans(thin, across=True, color=colour, width=3)] if thin else []
    traces += [spans(thick, across=True, color=colour, width=9)] if thick else []
    drawn = [(y, row) for y, row in marks if row[chart.y] is not None]
    unsure = [(y, row) for y, row in marks if row[chart.y] is None and limits(row)]
    if drawn:
        traces.append(_told(drawn, [row[chart.y] for _, row in drawn], colour, shape))
    if unsure:
        middle = [sum(limits(row)) / 2 for _, row in unsure]
        traces.append(_told(unsure, middle, colour, shape) | {"opacity": 0})
    return traces


def _told(marks: list, at: list[float], colour: str, shape: str) -> dict:
    texts = [pointed_at(row) for _, row in marks]
    return points(at, [y for y, _ in marks], texts, colour, shape)


def _second(chart: Chart, marks: list) -> list[dict]:
    told = [(y + ASIDE, row) for y, row in marks if chart.second and row[chart.second] is not None]
    if not told:
        return []
    ends = [
        (y, (row[chart.second_lower], row[chart.second_upper]))
        for y, row in told
        if row[chart.second_lower] is not None and row[chart.second_upper] is not None
    ]
    marks_of = points(
        [row[chart.second] for _, row in told],
        [y for y, _ in told],
        [
            phrase(
                "{name}, {measure}: {words}",
                name=row["name"],
                measure=chart.second_label,
                words=row["text"],
            )
            for _, row in told
        ],
        GREY,
        "square-open",
    )
    marks_of["marker"] |= {"size": 7}
    return [spans(ends, across=True, color=GREY, width=1.5), marks_of]


def _reach(chart: Chart) -> tuple[float, float]:
    keys = (chart.y, chart.lower, chart.upper, chart.second, chart.second_lower, chart.second_upper)
    drawn = [row[key] for row in chart.rows for key in keys if key and row[key] is not None]
    drawn.append(chart.reference.value)
    room = 0.08 * (max(drawn) - min(drawn) or 1)
    return min(drawn) - room, max(drawn) + room


def _label(row: dict, chart: Chart) -> str:
    """The groups and, below them, the verdict; the table has the whole of a longer name."""
    lines = broken(row["name"], LABEL_WIDTH).split("<br>")
    kept = "<br>".join(lines[:LABEL_LINES]) + ("…" if len(lines) > LABEL_LINES else "")
    return f"{kept}<br><i>{broken(inside(row[chart.label]), LABEL_WIDTH)}</i>"
