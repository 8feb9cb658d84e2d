"""The names of parts: above the parts of the first bar where they fit, else beside swatches in lines."""

from charts.chart import Chart
from charts.looks import names_that_fit, part_names
from reports.hatch import Box
from reports.vega_placed import LETTER, LINE, SPAN, in_lines

SWATCH, TALL = 20, 12
ROOM = 16
"""Pixels between the name of a part and the next swatch."""


def named_directly(chart: Chart) -> dict[str, str]:
    """Part -> its name in lines, where all fit above the first bar; else empty."""
    return names_that_fit(chart, int(SPAN / LETTER))


def direct_height(chart: Chart) -> int:
    """Pixels that the names above the first bar take."""
    direct = named_directly(chart)
    return LINE * max(text.count("\n") + 1 for text in direct.values()) + 2 if direct else 0


def direct_names(chart: Chart, middles: dict[str, float], bottom: float) -> list[dict]:
    """Texts above the parts of the first bar; `middles` are those of its parts."""
    texts = []
    for name, text in named_directly(chart).items():
        top = bottom - LINE * (text.count("\n") + 1) - 2
        texts += in_lines(text, middles[name], top)
    return texts


def swatches(chart: Chart) -> tuple[list[tuple[str, Box]], list[dict], int]:
    """Swatches with their parts, the names beside them, and the pixels they take in height."""
    if named_directly(chart) or not part_names(chart):
        return [], [], 0
    boxes, texts = [], []
    left, top = 1.0, 2.0
    for name in part_names(chart):
        width = SWATCH + 6 + LETTER * len(name) + ROOM
        if left > 1 and left + width > SPAN:
            left, top = 1.0, top + TALL + 6
        boxes.append((name, Box(left, left + SWATCH, top, top + TALL)))
        texts.append({"x": left + SWATCH + 6, "y": top + TALL / 2, "text": name})
        left += width
    return boxes, texts, int(top) + TALL + 10
