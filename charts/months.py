"""The axis of a curve: numbers of months."""

from charts.chart import Chart


def ticks(chart: Chart) -> list[float]:
    """Where the axis is named: the numbers in `categories` or, where there are none, those of the marks."""
    if chart.categories:
        return [float(name) for name in chart.categories]
    return sorted({row[chart.x] for row in chart.rows}) or [0.0]
