"""Stages as bars that step down, for print: upright where they stand alone, lying where what fell away has words."""

from charts.chart import Chart
from charts.format import BLANKS
from charts.stairs import Measures, Stair, has_losses, stairs
from charts.units import UNITS
from charts.unseen import bounds
from reports.hatch import Box, hatch
from reports.vega_axes import places, values, wrapped
from reports.vega_bars import bar_layers
from reports.vega_placed import LINE, SPAN, down, in_lines, layer, lines, rectangles, words
from reports.vega_style import GRID, INK, OPEN, PALETTE

MEASURES = Measures(line=LINE, bar=14, room=9, width=92)


def stair_layers(chart: Chart) -> list[dict]:
    """Bars with their intervals; where it is told, hatched behind each bar what fell away before it."""
    return _lying(chart) if has_losses(chart) else _upright(chart)


def stairs_height(chart: Chart) -> float | None:
    """Pixels of lying stages; None where they stand upright, as tall as other charts."""
    if not has_losses(chart):
        return None
    return max((step.end for step in stairs(chart, MEASURES)), default=0)


def _upright(chart: Chart) -> list[dict]:
    """Bars; beside each other there is room for the sign of a blank, and not for its words."""
    *bars, _ = bar_layers(chart)
    blank = [row for row in chart.rows if row.get("blank")]
    signs = [
        {"x": wrapped(chart, row[chart.x]), "text": BLANKS[row["blank"]].shorthand} for row in blank
    ]
    far = [
        {"x": wrapped(chart, row[chart.x]), "y": bounds(row)[0], "y2": bounds(row)[1]}
        for row in blank
        if bounds(row)
    ]
    x, y = places(chart, "x") | {"field": "x"}, values(chart, "y") | {"field": "y"}
    text = {"type": "text", "baseline": "bottom", "dy": -3, "color": INK}
    rule = {"type": "rule", "color": OPEN, "strokeWidth": 1.6, "strokeDash": [2, 3]}
    foot = {"datum": 0, "type": "quantitative"}
    words_of = {"field": "text", "type": "nominal"}
    return [
        *bars,
        *layer(signs, text, {"x": x, "y": foot, "text": words_of}),
        *layer(far, rule, {"x": x, "y": y, "y2": {"field": "y2"}}),
    ]


def _lying(chart: Chart) -> list[dict]:
    steps = list(stairs(chart, MEASURES))
    y = down(stairs_height(chart))
    x = _levels(chart)
    whole, young = [], []
    for step in steps:
        if step.row[chart.y] is not None:
            (young if step.row["quality"] == "provisional" else whole).append(step)
    told = [text for step in steps for text in in_lines("\n".join(step.name), 0, step.name_top)]
    why = [text for step in steps for text in in_lines("\n".join(step.why), 0, step.why_top)]
    left = {"value": 0}
    return [
        *_grid(x),
        *rectangles([_bar(chart, step) for step in whole], x, y),
        *_young(chart, young, x, y),
        *_lost(chart, [step for step in steps if step.level is not None], x, y),
        *_ranges(chart, steps, x, y),
        *words(told + why, left, y, align="left"),
    ]


def _bar(chart: Chart, step: Stair) -> dict:
    return _box(step, 0, step.row[chart.y], PALETTE[0], 0.25)


def _box(step: Stair, low: float, high: float, colour: str, opacity: float) -> dict:
    half = MEASURES.bar / 2
    ends = {"x": low, "x2": high, "y": step.middle - half, "y2": step.middle + half}
    return ends | {"colour": colour, "opacity": opacity}


def _young(chart: Chart, steps: list[Stair], x: dict, y: dict) -> list[dict]:
    """Bars that may still move: hatched, with a dashed edge."""
    boxes = [_bar(chart, step) | {"opacity": 0} for step in steps]
    edges = rectangles(boxes, x, y)
    edges = [each | {"mark": each["mark"] | {"strokeDash": [4, 3]}} for each in edges]
    return _hatched(boxes, "slanted lines", x, y) + edges


def _lost(chart: Chart, steps: list[Stair], x: dict, y: dict) -> list[dict]:
    """From where a stage ends to where the one before it ended."""
    boxes = [_box(step, step.row[chart.y], step.level, OPEN, 0.06) for step in steps]
    return rectangles(boxes, x, y) + _hatched(boxes, "lines slanted back", x, y)


def _hatched(boxes: list[dict], pattern: str, x: dict, y: dict) -> list[dict]:
    """A pattern is drawn in pixels, and then placed by the axis of values."""
    scale = x["scale"]["domain"][1] / SPAN
    segments = [
        {"x": a * scale, "y": b, "x2": c * scale, "y2": d, "colour": box["colour"], "width": 0.7}
        for box in boxes
        for a, b, c, d in hatch(
            pattern, Box(box["x"] / scale, box["x2"] / scale, box["y"], box["y2"])
        )[0]
    ]
    return lines(segments, x, y)


def _ranges(chart: Chart, steps: list[Stair], x: dict, y: dict) -> list[dict]:
    """Intervals, and dotted how far the unseen or the undecided could move what has no number."""
    whiskers, dotted = [], []
    for step in steps:
        row, at = step.row, {"y": step.middle, "y2": step.middle}
        low, high = row.get(chart.lower), row.get(chart.upper)
        if low is not None and high is not None and low != high:
            whiskers.append(at | {"x": low, "x2": high, "colour": INK, "width": 1.6})
        if row.get("blank") and bounds(row):
            ends = dict(zip(("x", "x2"), bounds(row), strict=True))
            dotted.append(at | ends | {"colour": OPEN, "width": 1.6})
    return lines(whiskers, x, y) + lines(dotted, x, y, dash=(2, 3))


def _levels(chart: Chart) -> dict:
    """The axis of values below all stages."""
    keys = (chart.y, chart.upper, "bound_upper")
    tops = [row.get(key) for row in chart.rows for key in keys]
    top = max((level for level in tops if level is not None), default=0) or 1
    axis = values(chart, "x")["axis"] | {"format": UNITS[chart.unit].tick, "grid": False}
    scale = {"domain": [0, 1.02 * top], "nice": False}
    return {"field": "x", "type": "quantitative", "axis": axis, "scale": scale}


def _grid(x: dict) -> list[dict]:
    """Where all bars begin."""
    mark = {"type": "rule", "color": GRID}
    return [{"data": {"values": [{}]}, "mark": mark, "encoding": {"x": x | {"datum": 0}}}]
