"""How the parts of a whole are told apart: the same order, patterns and words on screen and in print."""

from textwrap import wrap

from charts.chart import Chart
from charts.joining import with_commas
from languages import later, phrase

DECIDED = (
    later("plain"),
    later("slanted lines"),
    later("level lines"),
    later("lines slanted back"),
    later("upright lines"),
    later("squares"),
)
"""Patterns of the parts that are known, in order."""
OPEN = (later("dots"), later("crossed lines"))
"""Patterns of the parts that are not decided, not heard or not known."""
MOST_PARTS = len(DECIDED)
NARROWEST = 40
"""Characters that stand in a row above a bar on the narrowest screen."""
MOST_LINES = 3


def part_looks(chart: Chart) -> dict[str, tuple[int | None, str]]:
    """Part -> (place in the palette, or None for the grey of open parts; pattern in words)."""
    looks, decided, open_ones = {}, 0, 0
    for name in part_names(chart):
        if name in chart.open_series:
            looks[name] = (None, OPEN[open_ones % len(OPEN)])
            open_ones += 1
        else:
            looks[name] = (decided % MOST_PARTS, DECIDED[decided % MOST_PARTS])
            decided += 1
    return looks


def part_names(chart: Chart) -> list[str]:
    """The parts in order; a bar without numbers has none."""
    return [name for name in chart.series_names if name]


def names_that_fit(chart: Chart, room: int = NARROWEST) -> dict[str, str]:
    """Part -> its name in lines, where all fit above the first bar, `room` characters wide; else empty."""
    first = [row for row in chart.rows if row[chart.x] == chart.categories[0]]
    shares = {row[chart.series]: row[chart.y] for row in first if row[chart.y]}
    fitting = {}
    for name in part_names(chart):
        width = int(room * shares.get(name, 0))
        lines = wrap(name, width, break_long_words=False) if width else []
        if not lines or len(lines) > MOST_LINES or max(map(len, lines)) > width:
            return {}
        fitting[name] = "\n".join(lines)
    return fitting


def parts_in_words(chart: Chart) -> str:
    """The key in words: which part comes where, and its pattern."""
    told = [f"{name} ({phrase(pattern)})" for name, (_, pattern) in part_looks(chart).items()]
    return phrase("the parts from left to right: {parts}", parts=with_commas(told))
