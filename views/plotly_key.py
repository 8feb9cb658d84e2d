"""The key to the parts of a whole: a swatch and a name each, above the bars. Plotly's own would scroll on a narrow screen."""

from charts.chart import Chart
from charts.looks import part_names
from views.plotly_parts import broken

SWATCH, ASIDE = 0.06, 0.075
"""Shares of the width: what a swatch takes, and where its name begins."""
TALL = 12
LINE_HEIGHT = 15
ROOM = 4
LONGEST, LONGEST_OF_TWO = 36, 15
"""Characters of a name on a line on the narrowest screen: one beside its bars, and two side by side."""


def key_places(chart: Chart) -> tuple[dict[str, tuple[float, float]], float]:
    """Part -> where its swatch begins and the height of its middle; and the pixels the key takes."""
    names = part_names(chart)
    columns = 2 if all(len(name) <= LONGEST_OF_TWO for name in names) else 1
    places, top = {}, 2.0
    for order, name in enumerate(names):
        lines = broken(name, LONGEST).count("<br>") + 1
        places[name] = ((order % columns) / columns, top + LINE_HEIGHT * lines / 2)
        if order % columns == columns - 1 or order == len(names) - 1:
            top += LINE_HEIGHT * lines + ROOM
    return places, top + ROOM


def swatch(place: tuple[float, float], marker: dict) -> dict:
    """A short bar that looks as the part does."""
    left, middle = place
    return {
        "type": "bar",
        "orientation": "h",
        "base": [left + 0.003],
        "x": [SWATCH - 0.006],
        "y": [middle],
        "width": TALL,
        "marker": marker,
        "hoverinfo": "skip",
    }
