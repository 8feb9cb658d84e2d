"""Two groups beside one another, one pair a line; filled and hollow marks tell them apart without colour."""

from charts.chart import Chart
from charts.format import value as said
from charts.pairs import ends, in_words, is_unsure, on_the_right, stands_out, ticks
from charts.units import UNITS
from reports.vega_placed import LINE, SPAN, across, down, in_lines, lines, marks, words
from reports.vega_style import GRID, INK, OPEN, PALETTE

LABEL_WIDTH = 88
TRACK, ROOM = 20, 7
ASIDE = 46
"""Pixels left free at both ends for the numbers beside the outermost marks."""


def dumbbell_layers(chart: Chart) -> list[dict]:
    """Words above each pair, the way between its marks, the marks and their numbers."""
    told, tracks, end = _down(chart)
    marked, highest = ticks(chart)
    x, y = across(_values(chart, marked, highest)), down(end)
    rows = [(row, track) for row, track in zip(chart.rows, tracks, strict=True) if ends(chart, row)]
    ways, dashed, first, striking, beside, unsure, numbers = [], [], [], [], [], [], []
    for row, track in rows:
        at = {
            key: _at(row[key], highest) for key in (chart.y, chart.second) if row[key] is not None
        }
        colour = OPEN if is_unsure(row) else INK
        if len(at) == 2:
            way = {"x": at[chart.y], "x2": at[chart.second], "y": track, "y2": track}
            width = 1 if is_unsure(row) else (4 if stands_out(chart, row) else 1.6)
            (dashed if is_unsure(row) else ways).append(way | {"colour": colour, "width": width})
        for key, place in at.items():
            spot = {"x": place, "y": track}
            if key == chart.second:
                beside.append(spot | {"colour": OPEN if is_unsure(row) else PALETTE[1]})
            elif is_unsure(row):
                unsure.append(spot | {"colour": OPEN})
            else:
                (striking if stands_out(chart, row) else first).append(
                    spot | {"colour": PALETTE[0]}
                )
            if not is_unsure(row):
                side = 1 if key == on_the_right(chart, row) else -1
                text = said(row[key], chart.unit)
                numbers.append({"x": place + 11 * side, "y": track, "text": text, "side": side})
    hollow = {"filled": False, "strokeWidth": 1.8}
    return [
        *lines(dashed, x, y, dash=(3, 3)),
        *lines(ways, x, y),
        # The square is wider than the circle, so that both are seen where they coincide.
        *marks(beside, x, y, size=110, **hollow, fill="white", shape="square"),
        *marks(first, x, y, size=56, filled=True),
        *marks(striking, x, y, size=110, filled=True, shape="diamond"),
        *marks(unsure, x, y, size=46, **hollow, fill="white"),
        *words([n for n in numbers if n["side"] > 0], x, y, align="left"),
        *words([n for n in numbers if n["side"] < 0], x, y, align="right"),
        *words([text for text in told if not text["bold"]], x, y, align="left"),
        *words([text for text in told if text["bold"]], x, y, align="left", fontWeight="bold"),
    ]


def dumbbell_height(chart: Chart) -> float:
    """Pixels of all pairs with their words."""
    return _down(chart)[2]


def _down(chart: Chart) -> tuple[list[dict], list[float], float]:
    """Words, the middle of each pair's track, and where all end."""
    top, told, tracks = 0.0, [], []
    for row in chart.rows:
        text = in_words(chart, row, LABEL_WIDTH)
        told += [line | {"bold": stands_out(chart, row)} for line in in_lines(text, 1, top)]
        top += LINE * (text.count("\n") + 1)
        tracks.append(top + TRACK / 2)
        top += TRACK + ROOM
    return told, tracks, top


def _at(value: float, highest: float) -> float:
    return ASIDE + (SPAN - 2 * ASIDE) * value / highest


def _values(chart: Chart, marked: list[float], highest: float) -> dict:
    places = f"(datum.value - {ASIDE}) / {SPAN - 2 * ASIDE} * {highest}"
    return {
        "values": [_at(tick, highest) for tick in marked],
        "labelExpr": f"format({places}, '{UNITS[chart.unit].tick}')",
        "title": chart.y_title,
        "gridColor": GRID,
        "domain": False,
        "ticks": False,
    }
