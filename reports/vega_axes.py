"""The axes of printed charts: places and periods along one, values along the other."""

import textwrap

from charts.chart import Chart
from charts.units import UNITS
from reports.vega_style import GRID, INK

LABEL_WIDTH = {"bar": 30, "forest": 30, "line": 14, "control": 9, "staircase": 18}
"""Characters of a label on one line; longer ones are broken into several."""
LYING = ("bar", "forest")
"""Kinds whose marks lie: their values run from left to right."""
BETWEEN_LIMITS = ("funnel", "control")
"""Kinds that draw how far chance alone reaches."""
PARTS_OF_A_YEAR = {"quarter": 4, "half": 2}
MOST_TICKS = 8
"""Periods named along an axis; a point between them is counted off from these."""


def places(chart: Chart, channel: str) -> dict:
    axis = {"title": chart.x_title or None, "labelAngle": 0, "labelLimit": 0}
    axis |= {"grid": False, "domainColor": INK, "ticks": False, "labelPadding": 6}
    axis["labelExpr"] = "split(datum.label, '\\n')"
    categories = [wrapped(chart, name) for name in chart.categories]
    if chart.kind == "control":
        axis["values"] = categories[:: _tick_step(chart)]
    in_lines = chart.kind in ("line", "control")
    scale = {"domain": categories} | ({} if in_lines else {"paddingInner": 0.4})
    return {
        "field": chart.x,
        "type": "ordinal",
        "sort": categories,
        "scale": scale,
        "axis": axis,
    }


def _tick_step(chart: Chart) -> int:
    """Points between two named periods: whole years, so that the same season is named each time."""
    a_year = PARTS_OF_A_YEAR.get(chart.strand[0]["grain"], 1)
    return a_year * -(-len(chart.categories) // (MOST_TICKS * a_year))


def values(chart: Chart, channel: str) -> dict:
    axis = {
        "title": chart.y_title,
        "format": UNITS[chart.unit].tick,
        "tickCount": 5,
        "gridColor": GRID,
        "domain": False,
        "ticks": False,
    }
    if channel == "y":
        # Beside an upright axis the words would lie on their side; the subtitle has them.
        axis["title"] = None
    # An axis begins at zero: a cut one makes small changes look large. Where limits of chance are
    # drawn, these say what is large.
    return {
        "field": chart.y,
        "type": "quantitative",
        "axis": axis,
        "scale": {"zero": chart.kind not in BETWEEN_LIMITS, "nice": True},
    }


def wrapped(chart: Chart, label: str) -> str:
    longest = max(len(name) for name in chart.categories)
    width = LABEL_WIDTH[chart.kind] + (16 if chart.kind == "bar" and longest > 60 else 0)
    # Many bars with many lines each would not fit a page; the table has the whole label.
    most = 3 if len(chart.categories) <= 12 else 2
    return "\n".join(textwrap.wrap(label, width, max_lines=most, placeholder=" …"))
