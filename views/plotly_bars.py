"""Places or categories side by side as points on their intervals."""

from charts.chart import Chart
from charts.format import BLANKS
from charts.unseen import bounds
from views.palette import BLUE, ORANGE
from views.plotly_parts import (
    POINTS,
    broken,
    limits,
    literal,
    pointed_at,
    points,
    spans,
    unseen,
    value_axis,
)

LABEL_WIDTH = 22
LABEL_LINES = 4
LINE_HEIGHT = 15


def bars(chart: Chart, highlight: str | None) -> tuple[list[dict], dict]:
    """Points on bars lying flat, one a line, read from top to bottom; a blank says why in words."""
    position = {name: order for order, name in enumerate(chart.categories)}
    marks = [(position[row[chart.x]], row) for row in chart.rows]
    traces = []
    far = [(y, bounds(row)) for y, row in marks if bounds(row)]
    if far:
        traces.append(unseen(far, across=True))
    for is_chosen in (False, True):
        some = [(y, row) for y, row in marks if (row[chart.x] == highlight) == is_chosen]
        traces += _points_on_bars(some, ORANGE if is_chosen else BLUE, is_chosen)
    empty = [(y, row) for y, row in marks if row.get("blank")]
    if empty:
        traces.append(
            {
                "type": "scatter",
                "mode": "text",
                "x": [0 for _ in empty],
                "y": [y for y, _ in empty],
                "text": [
                    f" {BLANKS[row['blank']].shorthand} {literal(row['blank_label'])}"
                    for _, row in empty
                ],
                "textposition": "middle right",
                "hoverinfo": "skip",
            }
        )
    return traces, {
        "height": 76 + _row_height(chart) * len(chart.categories),
        "margin": {"l": 8, "r": 8, "t": 34, "b": 8},
        "xaxis": value_axis(chart),
        "yaxis": {
            "range": [len(chart.categories) - 0.5, -0.5],
            "tickvals": list(position.values()),
            "ticktext": [_label(name, highlight) for name in position],
            "fixedrange": True,
            "zeroline": False,
            "automargin": True,
        },
    }


def _points_on_bars(marks: list, colour: str, is_chosen: bool) -> list[dict]:
    shape = "square" if is_chosen else "circle"
    thin = [(y, limits(row)) for y, row in marks if limits(row) and row["quality"] in POINTS]
    unsure = [(y, row) for y, row in marks if limits(row) and row["quality"] not in POINTS]
    traces = []
    if thin:
        traces.append(spans(thin, across=True, color=colour, width=3))
    if unsure:
        thick = [(y, limits(row)) for y, row in unsure]
        traces.append(spans(thick, across=True, color=colour, width=9))
        traces.append(
            points(
                [sum(limits(row)) / 2 for _, row in unsure],
                [y for y, _ in unsure],
                [pointed_at(row) for _, row in unsure],
                colour,
                shape,
            )
            | {"opacity": 0}
        )
    for quality, suffix in POINTS.items():
        some = [(y, row) for y, row in marks if row["quality"] == quality]
        if some:
            traces.append(
                points(
                    [row["value"] for _, row in some],
                    [y for y, _ in some],
                    [pointed_at(row) for _, row in some],
                    colour,
                    shape + suffix,
                )
            )
    return traces


def _row_height(chart: Chart) -> int:
    """Pixels a row needs so that the longest label does not touch its neighbours."""
    lines = max(_lines(name).count("<br>") + 1 for name in chart.categories)
    return 19 + LINE_HEIGHT * lines


def _lines(name: str) -> str:
    """A label in a few lines; the table has the whole of a longer one."""
    lines = broken(name, LABEL_WIDTH).split("<br>")
    kept = lines[:LABEL_LINES]
    return "<br>".join(kept) + ("…" if len(lines) > LABEL_LINES else "")


def _label(name: str, highlight: str | None) -> str:
    label = _lines(name)
    return f"<b>▸ {label}</b>" if name == highlight else label
