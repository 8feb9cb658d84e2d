"""Two groups beside one another, one pair a line: a filled circle, a hollow square, and the way between them."""

from charts.chart import Chart
from charts.format import value as said
from charts.pairs import ends, in_words, is_unsure, on_the_right, stands_out, ticks
from charts.units import UNITS
from views.palette import BLUE, GREY, ORANGE
from views.plotly_parts import literal, pointed_at, points, see_through

LABEL_WIDTH = 42
LINE_HEIGHT = 15
TRACK = 28
"""Pixels for the marks of one pair, below its words."""
ROOM = 10
ASIDE = 0.26
"""Share of the axis left free where a number stands beside the outermost mark."""


def dumbbell(chart: Chart, highlight: str | None) -> tuple[list[dict], dict]:
    """Traces and layout; a pair nothing can be said of is grey and hollow, one that stands out is thick."""
    top, marks, notes = 0, [], []
    for row in chart.rows:
        words = _words(chart, row, is_chosen=row[chart.x] == highlight)
        notes.append(_note(top, words))
        top += LINE_HEIGHT * (words.count("<br>") + 1)
        marks.append((top + 0.6 * TRACK, row))
        top += TRACK + ROOM
    drawn = [(y, row) for y, row in marks if ends(chart, row)]
    unsure = [(y, row) for y, row in drawn if is_unsure(row)]
    striking = [(y, row) for y, row in drawn if stands_out(chart, row)]
    plain = [(y, row) for y, row in drawn if (y, row) not in unsure + striking]
    traces = _pairs(chart, unsure, (GREY, GREY), ("circle-open", "square-open"), 1.5)
    traces += _pairs(chart, plain, (BLUE, ORANGE), ("circle", "square-open"), 2.5)
    traces += _pairs(chart, striking, (BLUE, ORANGE), ("diamond", "square-open"), 6)
    marked, end = ticks(chart)
    lowest = min((at for _, row in drawn for at in ends(chart, row)), default=0)
    return traces, {
        "height": top + 60,
        "margin": {"l": 4, "r": 4, "t": 8, "b": 4},
        "xaxis": {
            "range": [min(-0.03 * end, lowest - ASIDE * end), (1 + ASIDE) * end],
            "tickvals": marked,
            "tickformat": UNITS[chart.unit].tick,
            "title": {"text": literal(chart.y_title)},
            "fixedrange": True,
            "zeroline": False,
            "showgrid": True,
            "gridcolor": see_through(GREY, 0.3),
            "automargin": True,
        },
        "yaxis": {
            "range": [top, 0],
            "showticklabels": False,
            "fixedrange": True,
            "zeroline": False,
            "showgrid": False,
        },
        "annotations": notes,
    }


def _words(chart: Chart, row: dict, *, is_chosen: bool) -> str:
    """The pair and what is said of it, in lines above its marks; a blank with its shorthand."""
    lines = literal(in_words(chart, row, LABEL_WIDTH)).replace("\n", "<br>")
    lines = f"▸ {lines}" if is_chosen else lines
    return f"<b>{lines}</b>" if is_chosen or stands_out(chart, row) else lines


def _pairs(chart: Chart, marks: list, colours: tuple, shapes: tuple, width: float) -> list[dict]:
    if not marks:
        return []
    both = [(y, row) for y, row in marks if len(ends(chart, row)) == 2]
    way = {
        "type": "scatter",
        "mode": "lines",
        "x": [part for _, row in both for part in (*ends(chart, row), None)],
        "y": [part for y, _ in both for part in (y, y, None)],
        "line": {"color": GREY, "width": width},
        "hoverinfo": "skip",
    }
    keys = zip((chart.y, chart.second), colours, shapes, strict=True)
    return [way, *(_marks(chart, marks, key, colour, shape) for key, colour, shape in keys)]


def _marks(chart: Chart, marks: list, key: str, colour: str, shape: str) -> dict:
    some = [(y, row) for y, row in marks if row[key] is not None]
    trace = points(
        [row[key] for _, row in some],
        [y for y, _ in some],
        [pointed_at(row) for _, row in some],
        colour,
        shape,
    )
    trace["marker"] |= {"size": 13 if shape == "diamond" else 11}
    # A number nobody can lean on is not printed.
    texts = ["" if is_unsure(row) else said(row[key], chart.unit) for _, row in some]
    sides = [
        "middle right" if key == on_the_right(chart, row) else "middle left" for _, row in some
    ]
    return trace | {
        "mode": "markers+text",
        "text": [f"  {text}  " if text else "" for text in texts],
        "textposition": sides,
        "cliponaxis": False,
    }


def _note(y: float, words: str) -> dict:
    return {
        "x": 0,
        "xref": "paper",
        "y": y,
        "text": words,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
    }
