"""A grid of cells with their words; the deeper the colour, the higher the number, and what is blank is hatched."""

from textwrap import wrap

from charts.chart import Chart
from charts.depth import depth
from charts.format import BLANKS
from reports.hatch import Box, hatch
from reports.vega_placed import (
    LETTER,
    LINE,
    SPAN,
    across,
    down,
    in_lines,
    lines,
    rectangles,
    words,
)
from reports.vega_style import GRID, OPEN, PALETTE

OPACITY = (0.04, 0.14, 0.25, 0.37, 0.5)
"""Of the ink, a depth; words stay legible on the deepest."""
LABEL_WIDTH, LONGEST = 80, 20
ROOM, GAP = 6, 1.5


def heat_layers(chart: Chart) -> list[dict]:
    """Heads of columns, labels of lines, cells and their words."""
    told, on_side = _fitted(chart, [_words(chart, row) for row in chart.rows])
    tops, tall, end = _down(chart)
    x, y = across(), down(end)
    width = SPAN / len(chart.categories)
    boxes, segments, upright, lying = [], [], [], []
    for row, text in zip(chart.rows, told, strict=True):
        left, top = width * chart.categories.index(row[chart.x]), tops[row[chart.series]]
        box = Box(left + GAP, left + width - GAP, top, top + tall)
        boxes.append(_cell(box, depth(chart, row)))
        if row.get("blank"):
            segments += _segments(box)
        middle = left + width / 2
        if on_side:
            upright += _on_side(text, middle, top + tall / 2)
        else:
            lying += in_lines(text, middle, top + (tall - _height([text], False)) / 2)
    heads, stand = _heads(chart)
    return [
        *rectangles(boxes, x, y),
        *lines(segments, x, y),
        *words(lying, x, y, is_rimmed=False),
        *words(upright, x, y, is_rimmed=False, angle=-90),
        *words(heads, x, y, **({"angle": -90, "align": "left"} if stand else {})),
        *words(_labels(chart, tops), x, y, align="left"),
    ]


def heat_height(chart: Chart) -> float:
    """Pixels of all lines with the heads of the columns."""
    return _down(chart)[2]


def _down(chart: Chart) -> tuple[dict[str, float], float, float]:
    """Where the cells of each line begin, how tall they are, and where all end."""
    tall = _height(*_fitted(chart, [_words(chart, row) for row in chart.rows])) + 6
    top, tops = _height(*_fitted(chart, list(chart.categories))) + 4.0, {}
    for name in chart.series_names:
        top += LINE * len(wrap(name, LABEL_WIDTH)) + 2
        tops[name] = top
        top += tall + ROOM
    return tops, tall, top


def _fitted(chart: Chart, texts: list[str]) -> tuple[list[str], bool]:
    """Texts in lines that fit a column, or else on their side; and whether they are."""
    room = max(1, int((SPAN / len(chart.categories) - 2 * GAP) / LETTER))
    broken = ["\n".join(wrap(text, room, break_long_words=False)) for text in texts]
    if max(len(line) for text in broken for line in text.split("\n")) <= room:
        return broken, False
    return ["\n".join(wrap(text, LONGEST, break_long_words=False)) for text in texts], True


def _height(texts: list[str], on_side: bool) -> float:
    """Pixels the tallest of the texts takes."""
    if on_side:
        return LETTER * max(len(line) for text in texts for line in text.split("\n")) + 4
    return LINE * (max(text.count("\n") for text in texts) + 1)


def _heads(chart: Chart) -> tuple[list[dict], bool]:
    """The names of the columns, which end just above the first label; and whether they stand on their side."""
    texts, stand = _fitted(chart, list(chart.categories))
    bottom = _height(texts, stand)
    width = SPAN / len(texts)
    heads = []
    for order, text in enumerate(texts):
        middle = width * (order + 0.5)
        if stand:
            heads += _on_side(text, middle, bottom)
        else:
            heads += in_lines(text, middle, bottom - LINE * (text.count("\n") + 1))
    return heads, stand


def _on_side(text: str, middle: float, y: float) -> list[dict]:
    """Lines that stand on their side, one to the right of the other."""
    told = text.split("\n")
    first = middle - LINE * (len(told) - 1) / 2
    return [{"x": first + LINE * order, "y": y, "text": line} for order, line in enumerate(told)]


def _labels(chart: Chart, tops: dict[str, float]) -> list[dict]:
    texts = []
    for name, top in tops.items():
        told = wrap(name, LABEL_WIDTH)
        texts += in_lines("\n".join(told), GAP, top - LINE * len(told) - 2)
    return texts


def _cell(box: Box, step: int | None) -> dict:
    ends = {"x": box.left, "x2": box.right, "y": box.top, "y2": box.bottom}
    if step is None:
        return ends | {"colour": OPEN, "opacity": 0}
    return ends | {"colour": PALETTE[0], "opacity": OPACITY[step]}


def _segments(box: Box) -> list[dict]:
    # Lines end before the edge, so that it stays whole.
    inner = Box(box.left + 1, box.right - 1, box.top + 1, box.bottom - 1)
    drawn, _ = hatch("slanted lines", inner)
    return [
        {"x": a, "y": b, "x2": c, "y2": d, "colour": GRID, "width": 0.8} for a, b, c, d in drawn
    ]


def _words(chart: Chart, row: dict) -> str:
    return BLANKS[row["blank"]].shorthand if row.get("blank") else row[chart.label]
