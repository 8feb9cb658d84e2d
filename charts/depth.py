"""How deep a cell of a grid is coloured: a few steps that an eye can tell apart."""

from charts.chart import Chart

MOST_DEPTH = 5


def depth(chart: Chart, row: dict) -> int | None:
    """Step from 0 to MOST_DEPTH - 1, from zero to the highest number of the chart; None without a number."""
    value = row[chart.y]
    if value is None:
        return None
    highest = max(each[chart.y] for each in chart.rows if each[chart.y] is not None)
    if highest <= 0:
        return 0
    return max(0, min(MOST_DEPTH - 1, int(MOST_DEPTH * value / highest)))
