"""Whether small charts beside one another may be compared by their heights."""

from charts.chart import Chart


def has_one_axis(chart: Chart) -> bool:
    """True where a chart of panels says that all of them have one axis of values: its unit is theirs."""
    return bool(chart.unit) and all(panel.unit == chart.unit for panel in chart.panels)
