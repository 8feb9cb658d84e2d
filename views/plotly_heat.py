"""A grid of cells: words in every cell, and the deeper the blue, the higher the number."""

from dataclasses import dataclass

from charts.chart import Chart
from charts.depth import MOST_DEPTH, depth
from charts.format import BLANKS
from views.palette import BLUE, GREY
from views.plotly_parts import broken, pointed_at, see_through, widest

OPACITY = (0.06, 0.2, 0.34, 0.48, 0.62)
"""Of the blue, a depth; text stays legible on the deepest, on light and on dark."""
assert len(OPACITY) == MOST_DEPTH
HATCH = {
    "shape": "/",
    "fgcolor": see_through(GREY, 0.45),
    "bgcolor": see_through(GREY, 0.08),
    "fillmode": "replace",
    "size": 8,
    "solidity": 0.14,
}
"""Of a blank cell."""
NARROWEST = 285
"""Pixels all columns share on the narrowest screen."""
LETTER, DIGIT = 5.6, 6.0
"""Pixels a character of a name takes, and one of a number."""
LINE_HEIGHT = 15
ROOM = 8
LABEL_WIDTH = 42
LONGEST_HEAD, LONGEST_WORDS = 16, 12
"""Characters on a line of a column's name, and of a cell's words, that stand on their side."""


@dataclass(frozen=True)
class Places:
    """Where cells lie: columns by their order, lines by the middle of their cells in pixels."""

    columns: dict[str, int]
    middles: dict[str, float]
    tall: int


def heat(chart: Chart, highlight: str | None) -> tuple[list[dict], dict]:
    """Traces and layout; words too wide for the narrowest screen are broken, else stand on their side."""
    columns = {name: order for order, name in enumerate(chart.categories)}
    width = NARROWEST / len(columns)
    heads, are_upright = _fitted(list(columns), int(width / LETTER), LONGEST_HEAD)
    words = [_words(chart, row) for row in chart.rows]
    words, on_side = _fitted(words, int(width / DIGIT), LONGEST_WORDS)
    tall, above = 10 + _height(words, on_side), _height(heads, are_upright)
    notes, middles, top = [], {}, 0.0
    for name in chart.series_names:
        label = broken(name, LABEL_WIDTH)
        label = f"<b>▸ {label}</b>" if name == highlight else label
        notes.append(_note(-0.5, top, label, 0, xanchor="left", yanchor="top"))
        top += LINE_HEIGHT * (label.count("<br>") + 1) + 3
        middles[name] = top + tall / 2
        top += tall + ROOM
    places = Places(columns, middles, tall)
    for row, text in zip(chart.rows, words, strict=True):
        at = (columns[row[chart.x]], middles[row[chart.series]])
        notes.append(_note(*at, text, -90 if on_side else 0))
    notes += [
        _note(order, -4, text, -90 if are_upright else 0, yanchor="bottom")
        for order, text in enumerate(heads)
    ]
    return [_numbers(chart, places), _blanks(chart, places)], {
        "height": top + above + 18,
        "margin": {"l": 4, "r": 4, "t": 4, "b": 4},
        "barmode": "overlay",
        "xaxis": _axis([-0.5, len(columns) - 0.5]),
        "yaxis": _axis([top, -above - 10]),
        "annotations": notes,
    }


def _numbers(chart: Chart, places: Places) -> dict:
    """Cells with words of their own; one without a number has no depth."""
    rows = [row for row in chart.rows if not row.get("blank")]
    depths = [depth(chart, row) for row in rows]
    tints = [None if step is None else see_through(BLUE, OPACITY[step]) for step in depths]
    look = {
        "color": [tint or see_through(GREY, 0.05) for tint in tints],
        "line": {"width": 1, "color": [BLUE if tint else GREY for tint in tints]},
    }
    return _cells(chart, rows, places) | {"marker": look}


def _blanks(chart: Chart, places: Places) -> dict:
    # A list of colours instead of one would let plotly draw the lines too faint to be seen.
    look = {"color": see_through(GREY, 0.2), "line": {"width": 1, "color": GREY}, "pattern": HATCH}
    rows = [row for row in chart.rows if row.get("blank")]
    return _cells(chart, rows, places) | {"marker": look}


def _cells(chart: Chart, rows: list[dict], places: Places) -> dict:
    """Cells as bars, which unlike cells of a plotly grid can be hatched."""
    return {
        "type": "bar",
        "orientation": "h",
        "base": [places.columns[row[chart.x]] - 0.47 for row in rows],
        "x": [0.94 for _ in rows],
        "y": [places.middles[row[chart.series]] for row in rows],
        "width": places.tall,
        "hovertext": [broken(pointed_at(row), 48) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _words(chart: Chart, row: dict) -> str:
    return BLANKS[row["blank"]].shorthand if row.get("blank") else row[chart.label]


def _fitted(texts: list[str], room: int, longest: int) -> tuple[list[str], bool]:
    """Texts in lines that fit `room` characters, or else on their side; and whether they are."""
    lines = [broken(text, room) if room else text for text in texts]
    if max(map(widest, lines), default=0) <= room:
        return lines, False
    return [broken(text, longest) for text in texts], True


def _height(texts: list[str], on_side: bool) -> int:
    """Pixels the tallest of the texts takes."""
    if on_side:
        return int(DIGIT * max(map(widest, texts))) + 4
    return LINE_HEIGHT * (max(text.count("<br>") for text in texts) + 1)


def _note(x, y, text: str, angle: int, *, xanchor="center", yanchor="middle") -> dict:
    return {
        "x": x,
        "y": y,
        "text": text,
        "textangle": angle,
        "xanchor": xanchor,
        "yanchor": yanchor,
        "align": "left" if xanchor == "left" else "center",
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": 11},
    }


def _axis(reach: list[float]) -> dict:
    return {
        "range": reach,
        "showticklabels": False,
        "showgrid": False,
        "fixedrange": True,
        "zeroline": False,
    }
