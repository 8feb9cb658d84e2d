"""Lying bars cut into the parts of a whole, with patterns that a black-and-white copy keeps."""

import json
from textwrap import wrap

from charts.chart import Chart
from charts.format import BLANKS
from charts.looks import part_looks
from languages import percent
from reports.hatch import Box, hatch
from reports.vega_key import direct_height, direct_names, swatches
from reports.vega_placed import (
    LETTER,
    LINE,
    SPAN,
    across,
    down,
    in_lines,
    lines,
    marks,
    rectangles,
    words,
)
from reports.vega_style import OPEN, PARTS

SHORT = 9
"""Characters of a label that stands at the left of its bar; where one is longer, all stand above."""
LABEL_WIDTH = 80
BAR, ROOM = 20, 9
GAP = 1.2
"""Pixels left free at each end of a part, so that white parts neighbours."""


def stacked_layers(chart: Chart) -> list[dict]:
    """Parts with their patterns and numbers, their names above, and what stands in place of a blank bar."""
    tops, end = _tops(chart)
    x, y = across(_shares()), down(end, _beside(chart, tops))
    key, names, _ = swatches(chart)
    spans = _spans(chart)
    boxes = [
        (row[chart.series], Box(left, right, tops[row[chart.x]], tops[row[chart.x]] + BAR))
        for row, left, right in spans
    ]
    on_plain, on_pattern = _numbers(chart, spans, tops)
    first = chart.categories[0]
    middles = {row[chart.series]: (a + b) / 2 for row, a, b in spans if row[chart.x] == first}
    return [
        *_parts(chart, key + boxes, x, y),
        *words(on_plain, x, y, is_rimmed=False),
        *words(on_pattern, x, y),
        *words(names, x, y, align="left"),
        *words(direct_names(chart, middles, tops[first]), x, y),
        *words(_blanks(chart, tops), x, y, align="left", fontStyle="italic"),
        *words(_above(chart, tops), x, y, align="left"),
    ]


def stacked_height(chart: Chart) -> float:
    """Pixels of all bars with what stands above them."""
    return _tops(chart)[1]


def _parts(chart: Chart, boxes: list, x: dict, y: dict) -> list[dict]:
    looks, filled, segments, dots = part_looks(chart), [], [], []
    for name, box in boxes:
        order, pattern = looks[name]
        colour = OPEN if order is None else PARTS[order]
        opacity = 0.2 if pattern == "plain" else 0.06
        ends = {"x": box.left, "x2": box.right, "y": box.top, "y2": box.bottom}
        filled.append(ends | {"colour": colour, "opacity": opacity})
        drawn, dotted = hatch(pattern, box)
        segments += [
            {"x": a, "y": b, "x2": c, "y2": d, "colour": colour, "width": 0.7}
            for a, b, c, d in drawn
        ]
        dots += [{"x": a, "y": b, "colour": colour} for a, b in dotted]
    return [
        *rectangles(filled, x, y),
        *lines(segments, x, y),
        *marks(dots, x, y, size=3, filled=True, strokeWidth=0),
    ]


def _spans(chart: Chart) -> list[tuple[dict, float, float]]:
    """Each part with its two ends in pixels."""
    taken = dict.fromkeys(chart.categories, 0.0)
    spans = []
    for row in chart.rows:
        if row[chart.y]:
            begin = taken[row[chart.x]]
            taken[row[chart.x]] = begin + row[chart.y]
            gap = min(GAP, SPAN * row[chart.y] / 4)
            spans.append((row, SPAN * begin + gap, SPAN * taken[row[chart.x]] - gap))
    return spans


def _numbers(chart: Chart, spans: list, tops: dict[str, float]) -> tuple[list[dict], list[dict]]:
    """Shares inside the parts wide enough for them: those on a plain part, and those on a pattern."""
    looks, on_plain, on_pattern = part_looks(chart), [], []
    for row, left, right in spans:
        number = percent(row[chart.y], 0)
        if right - left > LETTER * len(number) + 6:
            _, pattern = looks[row[chart.series]]
            told = on_plain if pattern == "plain" else on_pattern
            middle = tops[row[chart.x]] + BAR / 2
            told.append({"x": (left + right) / 2, "y": middle, "text": number})
    return on_plain, on_pattern


def _is_beside(chart: Chart) -> bool:
    return max(len(name) for name in chart.categories) <= SHORT


def _tops(chart: Chart) -> tuple[dict[str, float], float]:
    """Where each bar begins, and where all end."""
    tops, top = {}, float(swatches(chart)[2])
    for name in chart.categories:
        top += 0 if _is_beside(chart) else LINE * len(wrap(name, LABEL_WIDTH)) + 2
        # The names of the parts stand above the first bar only.
        top += 0 if tops else direct_height(chart)
        tops[name] = top
        top += BAR + ROOM
    return tops, top


def _above(chart: Chart, tops: dict[str, float]) -> list[dict]:
    """Labels above their bars; none where they stand beside them."""
    if _is_beside(chart):
        return []
    texts, head = [], direct_height(chart)
    for name in chart.categories:
        told = wrap(name, LABEL_WIDTH)
        texts += in_lines("\n".join(told), 1, tops[name] - head - LINE * len(told) - 2)
        head = 0
    return texts


def _blanks(chart: Chart, tops: dict[str, float]) -> list[dict]:
    return [
        {
            "x": 2,
            "y": tops[row[chart.x]] + BAR / 2,
            "text": f"{BLANKS[row['blank']].shorthand} {row['blank_label']}",
        }
        for row in chart.rows
        if row.get("blank")
    ]


def _shares() -> dict:
    return {
        "values": [SPAN * part for part in (0, 0.25, 0.5, 0.75, 1)],
        "labelExpr": f"format(datum.value / {SPAN}, '.0%')",
        "title": None,
        "grid": False,
        "domain": False,
        "ticks": False,
    }


def _beside(chart: Chart, tops: dict[str, float]) -> dict | None:
    """The axis of labels at the left of their bars; None where they stand above."""
    if not _is_beside(chart):
        return None
    middles = {name: tops[name] + BAR / 2 for name in chart.categories}
    names = {f"{middle:g}": name for name, middle in middles.items()}
    return {
        "values": list(middles.values()),
        "labelExpr": f"{json.dumps(names)}['' + datum.value]",
        "labelLimit": 0,
        "title": None,
        "grid": False,
        "domain": False,
        "ticks": False,
    }
