"""A line over periods: band for the interval, gap for a blank, dashes for what is not complete."""

from charts.chart import Chart
from charts.format import BLANKS
from views.palette import SERIES, SYMBOLS
from views.plotly_parts import broken, literal, value_axis
from views.plotly_series import blank_note, series

HEIGHT = 340
# Whiskers of several series would hide each other on one spot.
STEP_ASIDE = 0.12


def line(chart: Chart, highlight: str | None) -> tuple[list[dict], dict]:
    """Traces and layout; periods are numbered positions, so that a gap keeps its place."""
    names = chart.series_names or ("",)
    traces, labels, blanks = [], [], {}
    for order, name in enumerate(names):
        aside = STEP_ASIDE * (order - (len(names) - 1) / 2)
        marks = [
            (chart.categories.index(row[chart.x]) + aside, row)
            for row in chart.rows
            if chart.series is None or row[chart.series] == name
        ]
        traces += series(marks, SERIES[order], SYMBOLS[order], is_alone=len(names) == 1)
        drawn = [(x, row["value"]) for x, row in marks if row["value"] is not None]
        if len(names) > 1 and drawn:
            labels.append((*drawn[-1], literal(name)))
        for x, row in marks:
            if row.get("blank"):
                blanks.setdefault(round(x), {})[BLANKS[row["blank"]].shorthand] = None
    axis = value_axis(chart)
    notes = [blank_note(x, codes) for x, codes in blanks.items()]
    notes += _end_labels(labels, axis["range"][1])
    last = len(chart.categories) - 1
    room = 0.5 + (0.2 * last if labels else 0)
    layout = {
        "height": HEIGHT,
        "margin": {"l": 8, "r": 8, "t": 34, "b": 8},
        "yaxis": axis,
        "xaxis": {
            "range": [-0.5, last + room],
            "tickvals": list(range(last + 1)),
            "ticktext": [broken(name, 12) for name in chart.categories],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "automargin": True,
        },
        "annotations": notes,
    }
    if chart.reference:
        layout["shapes"] = [
            {
                "type": "line",
                "xref": "paper",
                "x0": 0,
                "x1": 1,
                "y0": chart.reference.value,
                "y1": chart.reference.value,
                "line": {"dash": "dash", "width": 1},
                "label": {"text": literal(chart.reference.label), "textposition": "start"},
            }
        ]
    return traces, layout


def _end_labels(labels: list, top: float) -> list[dict]:
    """Names behind the last points, pushed apart where they would touch."""
    placed: list[tuple] = []
    for x, y, name in sorted(labels, key=lambda label: label[1]):
        lowest = placed[-1][1] + 0.07 * top if placed else 0
        placed.append((x, max(y, lowest), name))
    return [
        {"x": x, "y": y, "text": name, "showarrow": False, "xanchor": "left", "xshift": 10}
        for x, y, name in placed
    ]
