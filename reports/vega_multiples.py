"""Small charts side by side, for print: three in a line, each under its name and what is said about it."""

from textwrap import wrap

from charts.chart import Chart
from charts.small import has_one_axis
from reports.vega_style import INK

COLUMNS, WIDTH, HEIGHT = 3, 104, 78
NAME_WIDTH = 25
"""Characters of a name on one line."""
MOST_TICKS = 3
YEAR = "replace(datum.label, regexp('^[^]*?([0-9]{4})[^0-9]*$'), '$1')"
"""The last year that a period names, or its words where it names none."""


def multiples(chart: Chart, draw) -> dict:
    """All panels as one Vega-Lite specification without its frame; `draw` makes the one of a panel."""
    drawn = [draw(panel) for panel in chart.panels]
    if has_one_axis(chart):
        _share_axis(chart, drawn)
    return {
        "concat": [_small(panel, spec) for panel, spec in zip(chart.panels, drawn, strict=True)],
        "columns": COLUMNS,
        "spacing": 10,
        "align": "all",
        "resolve": {"scale": {"color": "independent", "strokeDash": "independent"}},
    }


def _small(panel: Chart, spec: dict) -> dict:
    title = {"text": wrap(panel.title, NAME_WIDTH), "anchor": "start", "frame": "group"}
    title |= {"fontSize": 10.5, "color": INK, "subtitleColor": INK, "subtitleFontSize": 9.5}
    said = words_of(panel.subtitle)
    title |= {"subtitle": wrap(said, NAME_WIDTH)} if said else {}
    for layer in spec["layer"]:
        _shrink(panel, layer)
    tall = panel.kind == "curve"
    return {
        "title": title,
        "data": spec["data"],
        "width": WIDTH,
        "height": spec["height"] if tall else HEIGHT,
        "layer": spec["layer"],
    }


def words_of(subtitle: str) -> str:
    """The words alone: the sign before them is for screens, whose fonts have it."""
    first, _, rest = subtitle.partition(" ")
    return rest if rest and not first.isalnum() else subtitle


def _shrink(panel: Chart, layer: dict) -> None:
    """Few ticks, small points and no key: what the lines are is said below all charts."""
    encoding, mark = layer["encoding"], layer["mark"]
    for channel in encoding.values():
        if "legend" in channel:
            channel["legend"] = None
    if encoding.get("x", {}).get("axis") and panel.kind != "curve":
        named = encoding["x"]["sort"]
        few = named if len(named) <= MOST_TICKS else [named[0], named[len(named) // 2], named[-1]]
        encoding["x"]["axis"] |= {"values": few, "labelExpr": YEAR, "labelPadding": 3}
    if encoding.get("y", {}).get("axis"):
        encoding["y"]["axis"] |= {"tickCount": 3}
    if mark["type"] == "point":
        mark["size"] *= 0.35
    if mark["type"] == "text" and panel.kind == "line":
        # Periods stand close together here.
        mark["fontSize"] = 6.5


def _share_axis(chart: Chart, drawn: list[dict]) -> None:
    """The same axis of values in all panels."""
    levels = [
        level
        for panel in chart.panels
        for row in panel.rows
        for level in (row[panel.y], row.get("lower"), row.get("upper"), row.get("bound_upper"))
    ]
    levels += [y for panel in chart.panels for curve in panel.curves for _, y in curve.points]
    levels = [level for level in levels if level is not None]
    if not levels:
        return
    for spec in drawn:
        for layer in spec["layer"]:
            if "scale" in layer["encoding"].get("y", {}):
                layer["encoding"]["y"]["scale"] |= {"domain": [min(levels), max(levels)]}
