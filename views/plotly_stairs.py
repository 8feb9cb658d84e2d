"""Stages as bars that step down: upright where they stand alone, lying where what fell away has words of its own."""

from charts.chart import Chart
from charts.format import BLANKS
from charts.stairs import Measures, has_losses, stairs
from charts.unseen import bounds
from views.palette import BLUE, GREY, ORANGE
from views.plotly_parts import (
    broken,
    limits,
    literal,
    pointed_at,
    points,
    see_through,
    spans,
    unseen,
    value_axis,
)

HALF = 0.35
"""Half the width of an upright bar, where the distance of two is one."""
LINE_HEIGHT = 16
BAR = 20
ROOM = 14
"""Pixels between what is said below one bar and the name of the next."""
LABEL_WIDTH = 44
"""Characters that fit beside each other on the narrowest screen."""


def staircase(chart: Chart, highlight: str | None) -> tuple[list[dict], dict]:
    """Bars in the order the stages are passed, each with its interval."""
    return _lying(chart) if has_losses(chart) else _upright(chart)


def _upright(chart: Chart) -> tuple[list[dict], dict]:
    position = {name: order for order, name in enumerate(chart.categories)}
    marks = [(position[row[chart.x]], row) for row in chart.rows]
    drawn = [(x, row, HALF) for x, row in marks if row[chart.y] is not None]
    empty = [(x, BLANKS[row["blank"]].shorthand) for x, row in marks if row.get("blank")]
    return [*_bars(chart, drawn, lying=False), *_ranges(marks, lying=False)], {
        "height": 340,
        "margin": {"l": 8, "r": 8, "t": 34, "b": 8},
        "yaxis": value_axis(chart),
        "xaxis": {
            "tickvals": list(position.values()),
            "ticktext": [broken(name, 11) for name in position],
            "autotickangles": [0, -45, -90],
            "range": [-0.5, len(position) - 0.5],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "automargin": True,
        },
        "shapes": _outlines(chart, drawn, lying=False),
        "annotations": [
            {"x": x, "y": 0, "yanchor": "bottom", "text": text, "showarrow": False}
            for x, text in empty
        ],
    }


def _lying(chart: Chart) -> tuple[list[dict], dict]:
    steps = list(stairs(chart, Measures(LINE_HEIGHT, BAR, ROOM, LABEL_WIDTH)))
    marks = [(step.middle, step.row) for step in steps]
    drawn = [(at, row, BAR / 2) for at, row in marks if row[chart.y] is not None]
    lost = [(step.middle, step.row, step.level) for step in steps if step.level is not None]
    notes = [_words("<br>".join(map(literal, step.name)), step.name_top) for step in steps]
    notes += [
        _words("<br>".join(map(literal, step.why)), step.why_top) for step in steps if step.why
    ]
    end = max((step.end for step in steps), default=0)
    return [*_bars(chart, drawn, lying=True), *_lost(chart, lost), *_ranges(marks, lying=True)], {
        "height": end + 34 + 34,
        "margin": {"l": 8, "r": 8, "t": 34, "b": 34},
        "barmode": "overlay",
        "xaxis": value_axis(chart) | {"automargin": False, "zeroline": False},
        "yaxis": {
            "range": [end, 0],
            "showticklabels": False,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        "shapes": _outlines(chart, drawn, lying=True),
        "annotations": notes,
    }


def _words(text: str, down: float) -> dict:
    return {
        "text": text,
        "align": "left",
        "showarrow": False,
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "y": down,
        "yanchor": "top",
        "borderpad": 0,
    }


def _bars(chart: Chart, drawn: list, *, lying: bool) -> list[dict]:
    """Whole bars with an edge; those that may still move are hatched, and get a dashed edge elsewhere."""
    traces = []
    for is_open in (False, True):
        some = [each for each in drawn if (each[1]["quality"] == "provisional") == is_open]
        if not some:
            continue
        # The edge carries the contrast, so that the interval stays legible on the bar.
        marker = {"color": see_through(BLUE, 0.25), "line": {"color": BLUE, "width": 2}}
        if is_open:
            marker = {"color": see_through(BLUE, 0.1), "line": {"width": 0}}
            marker["pattern"] = {"shape": "/", "fgcolor": BLUE, "size": 8, "solidity": 0.15}
        traces.append(_bar(chart, some, lying) | {"marker": marker})
    return traces


def _bar(chart: Chart, some: list, lying: bool) -> dict:
    at = [position for position, _, _ in some]
    along = [row[chart.y] for _, row, _ in some]
    return {
        "type": "bar",
        "orientation": "h" if lying else "v",
        "x": along if lying else at,
        "y": at if lying else along,
        "width": 2 * some[0][2],
        "hovertext": [broken(pointed_at(row), 48) for _, row, _ in some],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _outlines(chart: Chart, drawn: list, *, lying: bool) -> list[dict]:
    """A bar's own edge cannot be dashed."""
    along, across = ("x", "y") if lying else ("y", "x")
    return [
        {
            "type": "rect",
            f"{along}0": 0,
            f"{along}1": row[chart.y],
            f"{across}0": position - half,
            f"{across}1": position + half,
            "line": {"color": BLUE, "width": 2, "dash": "dash"},
        }
        for position, row, half in drawn
        if row["quality"] == "provisional"
    ]


def _lost(chart: Chart, lost: list) -> list[dict]:
    """A hatched block from each bar to where the stage before it ended."""
    if not lost:
        return []
    return [
        {
            "type": "bar",
            "orientation": "h",
            "x": [level - row[chart.y] for _, row, level in lost],
            "base": [row[chart.y] for _, row, _ in lost],
            "y": [position for position, _, _ in lost],
            "width": BAR,
            "marker": {
                "color": see_through(GREY, 0.12),
                "line": {"color": GREY, "width": 1},
                "pattern": {"shape": "\\", "fgcolor": GREY, "size": 7, "solidity": 0.2},
            },
            "hovertext": [broken(row.get("lost_label") or row["text"], 48) for _, row, _ in lost],
            "hovertemplate": "%{hovertext}<extra></extra>",
        }
    ]


def _ranges(marks: list, *, lying: bool) -> list[dict]:
    """Intervals, and dotted how far the unseen or the undecided could move what has no number."""
    traces = []
    far = [(at, bounds(row)) for at, row in marks if bounds(row) and row.get("blank")]
    if far:
        traces.append(unseen(far, across=lying))
        texts = [pointed_at(row) for _, row in marks if bounds(row) and row["blank"]]
        middles, at = [sum(pair) / 2 for _, pair in far], [position for position, _ in far]
        x, y = (middles, at) if lying else (at, middles)
        # Something to point at, where there is no bar.
        traces.append(points(x, y, texts, GREY, "circle") | {"opacity": 0})
    whiskers = [(at, limits(row)) for at, row in marks if limits(row)]
    traces.append(spans(whiskers, across=lying, color=ORANGE, width=4))
    return traces
