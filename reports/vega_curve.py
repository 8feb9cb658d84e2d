"""Shares that grow with the months since a start, for print; the counts behind them stand below the axis."""

from itertools import pairwise
from textwrap import wrap

from charts.chart import Chart
from charts.end_names import apart
from charts.format import BLANKS
from charts.months import ticks
from charts.units import UNITS
from charts.unseen import bounds
from reports.vega_placed import layer
from reports.vega_style import DASHES, GRID, HEIGHT, INK, LINE, OPEN, PALETTE, SHAPES

NAME_WIDTH = 22
LETTER = 0.0105
"""Part of the width of the chart that a character takes."""
WORDS, COUNTS = 32, 20
"""Pixels from the foot of the chart to the words of its axis, and from there to the first counts."""
APART = 0.006
"""Part of the span by which the marks of two series stand aside from each other."""
X = {"field": "x", "type": "quantitative"}
Y = {"field": "y", "type": "quantitative"}


def curve_layers(chart: Chart) -> list[dict]:
    """Intervals, lines, points, the names of the lines, and what stands below the axis."""
    at = ticks(chart)
    x, y = _months(chart, at), _values(chart)
    layers, ends = [], []
    for order, name in enumerate(chart.series_names or ("",)):
        rows = [row for row in chart.rows if chart.series is None or row[chart.series] == name]
        is_open = name in chart.open_series
        aside = 0 if is_open else APART * (at[-1] - at[0]) * order
        marks = [(row[chart.x] + aside, row) for row in rows]
        colour = OPEN if is_open else PALETTE[order]
        layers += _lines(chart, marks, x, y, colour, order, is_open)
        if not is_open:
            layers += _intervals(chart, marks, x, y, colour)
            layers += _points(chart, marks, x, y, colour, SHAPES[order])
        seen = [(month, row[chart.y]) for month, row in marks if row[chart.y] is not None]
        ends += [(*seen[-1], name)] if seen and chart.series else []
    return layers + _names(ends, x, y) + _below(chart, at, x)


def _lines(chart, marks, x, y, colour, order, is_open) -> list[dict]:
    solid, dashed = [], []
    for number, ((month, row), (to, after)) in enumerate(pairwise(marks)):
        if row[chart.y] is None or after[chart.y] is None:
            continue
        young = "provisional" in (row["quality"], after["quality"])
        (dashed if young else solid).extend(
            {"x": where, "y": level, "part": number}
            for where, level in ((month, row[chart.y]), (to, after[chart.y]))
        )
    dash = [1.5, 2.5] if is_open else list(DASHES[order])
    width = 1 if is_open else 1.8
    detail = {"detail": {"field": "part", "type": "nominal"}}
    line = {"type": "line", "color": colour, "strokeWidth": width}
    return [
        *layer(solid, line | {"strokeDash": dash}, {"x": x, "y": y} | detail),
        *layer(dashed, line | {"strokeDash": [4, 4]}, {"x": x, "y": y} | detail),
    ]


def _intervals(chart, marks, x, y, colour) -> list[dict]:
    """Upright lines; thick where no point stands on them, dotted as far as the unseen could move a blank."""
    thin, thick, dotted = [], [], []
    for month, row in marks:
        low, high = row.get(chart.lower), row.get(chart.upper)
        if low is not None and high is not None and low != high:
            some = thick if row[chart.y] is None else thin
            some.append({"x": month, "y": low, "y2": high})
        if row.get("blank") and (ends := bounds(row)):
            dotted.append({"x": month, "y": ends[0], "y2": ends[1]})
    rule = {"type": "rule", "color": colour}
    at = {"x": x, "y": y, "y2": {"field": "y2"}}
    return [
        *layer(thin, rule | {"strokeWidth": 1.4}, at),
        *layer(thick, rule | {"strokeWidth": 6, "opacity": 0.55}, at),
        *layer(dotted, rule | {"strokeWidth": 1.2, "strokeDash": [1.5, 2.5]}, at),
    ]


def _points(chart, marks, x, y, colour, shape) -> list[dict]:
    drawn = [
        {
            "x": month,
            "y": row[chart.y],
            "fill": "white" if row["quality"] == "provisional" else colour,
        }
        for month, row in marks
        if row[chart.y] is not None
    ]
    mark = {"type": "point", "size": 46, "strokeWidth": 1.6, "opacity": 1, "shape": shape}
    fill = {"fill": {"field": "fill", "type": "nominal", "scale": None, "legend": None}}
    return layer(drawn, mark | {"stroke": colour}, {"x": x, "y": y} | fill)


def _names(ends: list, x: dict, y: dict) -> list[dict]:
    told = [wrap(name, NAME_WIDTH) for *_, name in ends]
    top = y["scale"]["domain"][1]
    sizes = [(level, len(lines)) for (_, level, _), lines in zip(ends, told, strict=True)]
    middles = apart(sizes, LINE * top / HEIGHT, 1.1 * top)
    texts = [
        {
            "x": month,
            "y": middle + (len(lines) / 2 - line - 0.5) * LINE * top / HEIGHT,
            "text": words,
        }
        for (month, _, _), lines, middle in zip(ends, told, middles, strict=True)
        for line, words in enumerate(lines)
    ]
    mark = {"type": "text", "align": "left", "baseline": "middle", "dx": 8, "color": INK}
    return layer(texts, mark, {"x": x, "y": y, "text": {"field": "text", "type": "nominal"}})


def _below(chart: Chart, at: list[float], x: dict) -> list[dict]:
    """What the axis counts; then what is counted, and below it one count a tick."""
    blanks = _blanks(chart)
    left, foot = [], HEIGHT + WORDS + (LINE if blanks else 0)
    ticked = [(month, " ".join(codes), HEIGHT + LINE + 16) for month, codes in blanks.items()]
    left.append((chart.x_title, foot))
    for order, (what, counts) in enumerate(chart.under):
        down = foot + COUNTS + 2.2 * LINE * order
        left.append((what, down))
        ticked += [(m, words, down + LINE) for m, words in zip(at, counts, strict=True) if words]
    return [
        *(_line_of_words(words, {"value": 0}, down, "left") for words, down in left if words),
        *(_line_of_words(words, x | {"datum": m}, down, "center") for m, words, down in ticked),
    ]


def _line_of_words(words: str, x: dict, down: float, align: str) -> dict:
    mark = {"type": "text", "align": align, "baseline": "middle", "color": INK}
    x = {name: value for name, value in x.items() if name != "field"}
    encoding = {"x": x, "y": {"value": down}, "text": {"value": words}}
    return {"data": {"values": [{}]}, "mark": mark, "encoding": encoding}


def _blanks(chart: Chart) -> dict[float, dict[str, None]]:
    found: dict[float, dict[str, None]] = {}
    for row in chart.rows:
        if row.get("blank"):
            found.setdefault(row[chart.x], {})[BLANKS[row["blank"]].shorthand] = None
    return found


def _months(chart: Chart, at: list[float]) -> dict:
    span = (at[-1] - at[0]) or 1
    longest = max(
        (len(line) for name in chart.series_names for line in wrap(name, NAME_WIDTH)), default=0
    )
    room = 0.04 + LETTER * longest
    axis = {"title": None, "values": at, "format": ".4~g", "grid": False}
    axis |= {"domainColor": INK, "ticks": False, "labelPadding": 6}
    domain = [at[0] - 0.04 * span, at[0] + span * (1 + room / (1 - room))]
    return X | {"axis": axis, "scale": {"domain": domain, "nice": False, "zero": False}}


def _values(chart: Chart) -> dict:
    tops = [row.get(key) for row in chart.rows for key in (chart.y, chart.upper, "bound_upper")]
    top = 1.06 * (max((level for level in tops if level is not None), default=0) or 1)
    axis = {"title": None, "format": UNITS[chart.unit].tick, "tickCount": 5}
    axis |= {"gridColor": GRID, "domain": False, "ticks": False}
    return Y | {"axis": axis, "scale": {"domain": [0, top], "nice": False}}
