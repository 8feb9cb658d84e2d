"""A grid of cells: words in every cell, and the deeper the blue, the higher the number."""

from charts.chart import Chart
from charts.depth import MOST_DEPTH, depth
from charts.format import BLANKS
from views.palette import BLUE, GREY
from views.plotly_parts import broken, see_through

OPACITY = (0.06, 0.2, 0.34, 0.48, 0.62)
"""Of the blue, a depth; text stays legible on the deepest, on light and on dark."""
assert len(OPACITY) == MOST_DEPTH
NARROWEST = 285
"""Pixels all columns share on the narrowest screen."""
LETTER, DIGIT = 5.6, 6.4
"""Pixels a character of a name takes, and one of a number."""
LINE_HEIGHT = 15
ROOM = 8
LABEL_WIDTH = 42
LONGEST_HEAD, LONGEST_WORDS = 16, 12
"""Characters on a line of a column's name, and of a cell's words, that stand on their side."""


def heat(chart: Chart, highlight: str | None) -> tuple[list[dict], dict]:
    """Traces and layout; words too wide for the narrowest screen are broken, else stand on their side."""
    columns = list(chart.categories)
    width = NARROWEST / len(columns)
    heads, are_upright = _fitted(columns, int(width / LETTER), LONGEST_HEAD)
    words = [_words(chart, row) for row in chart.rows]
    words, on_side = _fitted(words, int(width / DIGIT), LONGEST_WORDS)
    tall = 10 + _height(words, on_side)
    top, tops = 0, {}
    notes = []
    for name in chart.series_names:
        label = broken(name, LABEL_WIDTH)
        label = f"<b>▸ {label}</b>" if name == highlight else label
        notes.append(_note(-0.5, top, label, 0, xanchor="left", yanchor="top"))
        top += LINE_HEIGHT * (label.count("<br>") + 1) + 3
        tops[name] = top
        top += tall + ROOM
    place = {name: order for order, name in enumerate(columns)}
    for row, text in zip(chart.rows, words, strict=True):
        middle = tops[row[chart.series]] + tall / 2
        notes.append(_note(place[row[chart.x]], middle, text, -90 if on_side else 0))
    above = _height(heads, are_upright)
    notes += [
        _note(order, -4, text, -90 if are_upright else 0, yanchor="bottom")
        for order, text in enumerate(heads)
    ]
    return [_cells(chart, place, tops, tall)], {
        "height": top + above + 18,
        "margin": {"l": 4, "r": 4, "t": 4, "b": 4},
        "barmode": "overlay",
        "xaxis": _axis([-0.5, len(columns) - 0.5]),
        "yaxis": _axis([top, -above - 10]),
        "annotations": notes,
    }


def _cells(chart: Chart, place: dict, tops: dict, tall: int) -> dict:
    """All cells as bars, which unlike cells of a grid can be hatched."""
    rows = chart.rows
    depths = [depth(chart, row) for row in rows]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [place[row[chart.x]] - 0.47 for row in rows],
        "x": [0.94 for _ in rows],
        "y": [tops[row[chart.series]] + tall / 2 for row in rows],
        "width": tall,
        "marker": {
            "color": [
                see_through(GREY, 0.05) if d is None else see_through(BLUE, OPACITY[d])
                for d in depths
            ],
            "line": {"width": 1, "color": [GREY if d is None else BLUE for d in depths]},
            "pattern": {
                "shape": ["/" if row.get("blank") else "" for row in rows],
                "fgcolor": see_through(GREY, 0.7),
                "bgcolor": see_through(GREY, 0.05),
                "size": 8,
                "solidity": 0.2,
            },
        },
        "hovertext": [broken(f"{row['name']}: {row['text']}", 48) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _words(chart: Chart, row: dict) -> str:
    return BLANKS[row["blank"]].shorthand if row.get("blank") else row[chart.label]


def _fitted(texts: list[str], room: int, longest: int) -> tuple[list[str], bool]:
    """Texts in lines that fit `room` characters, or else on their side; and whether they are."""
    lines = [broken(text, room) if room else text for text in texts]
    widest = max((len(line) for text in lines for line in text.split("<br>")), default=0)
    if widest <= room:
        return lines, False
    return [broken(text, longest) for text in texts], True


def _height(texts: list[str], on_side: bool) -> int:
    """Pixels the tallest of the texts takes."""
    if on_side:
        return int(DIGIT * max(len(line) for text in texts for line in text.split("<br>"))) + 4
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
