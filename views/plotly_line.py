"""A line over periods: band for the interval, gap for a blank, dashes for what is not complete."""

from itertools import pairwise

from charts.chart import Chart
from charts.format import BLANKS
from views.palette import SERIES, SYMBOLS
from views.plotly_parts import (
    POINTS,
    bounds,
    broken,
    limits,
    points,
    see_through,
    spans,
    unseen,
    value_axis,
)

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
        traces += _series(marks, SERIES[order], SYMBOLS[order], is_alone=len(names) == 1)
        drawn = [(x, row["value"]) for x, row in marks if row["value"] is not None]
        if len(names) > 1 and drawn:
            labels.append((*drawn[-1], name))
        for x, row in marks:
            if row.get("blank"):
                blanks.setdefault(round(x), {})[BLANKS[row["blank"]].shorthand] = None
    axis = value_axis(chart)
    notes = [_blank_note(x, codes) for x, codes in blanks.items()]
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
                "label": {"text": chart.reference.label, "textposition": "start"},
            }
        ]
    return traces, layout


def _series(marks: list, colour: str, symbol: str, *, is_alone: bool) -> list[dict]:
    traces = []
    far = [(x, bounds(row)) for x, row in marks if bounds(row) and (is_alone or row["blank"])]
    if far:
        traces.append(unseen(far, across=False))
    in_band, alone = _band_runs(marks) if is_alone else ([], [m for m in marks if limits(m[1])])
    traces += [_band(run, colour) for run in in_band]
    thin = [(x, limits(row)) for x, row in alone if row["quality"] != "very_uncertain"]
    thick = [(x, limits(row)) for x, row in alone if row["quality"] == "very_uncertain"]
    if thin:
        traces.append(spans(thin, across=False, color=colour, width=2))
    if thick:
        traces.append(spans(thick, across=False, color=colour, width=9))
        # Something to point at, where there is no point.
        traces.append(
            points(
                [x for x, _ in thick],
                [(low + high) / 2 for _, (low, high) in thick],
                [row["text"] for _, row in alone if row["quality"] == "very_uncertain"],
                colour,
                symbol,
            )
            | {"opacity": 0}
        )
    traces += _connections(marks, colour)
    for quality, suffix in POINTS.items():
        some = [(x, row) for x, row in marks if row["quality"] == quality]
        if some:
            traces.append(
                points(
                    [x for x, _ in some],
                    [row["value"] for _, row in some],
                    [f"{row['name']}: {row['text']}" for _, row in some],
                    colour,
                    symbol + suffix,
                )
            )
    return traces


def _band_runs(marks: list) -> tuple[list[list], list]:
    """Neighbours with points share a band; what stands alone gets a bar of its own."""
    runs, run, alone = [], [], []
    for x, row in [*marks, (None, None)]:
        joins = row is not None and limits(row) and row["quality"] in POINTS
        if joins and (not run or x - run[-1][0] <= 1):
            run.append((x, row))
            continue
        (runs if len(run) > 1 else alone).extend([run] if len(run) > 1 else run)
        run = [(x, row)] if joins else []
        if row is not None and limits(row) and not joins:
            alone.append((x, row))
    return runs, alone


def _band(run: list, colour: str) -> dict:
    xs = [x for x, _ in run]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs + xs[::-1],
        "y": [row["upper"] for _, row in run] + [row["lower"] for _, row in run][::-1],
        "fill": "toself",
        "fillcolor": see_through(colour, 0.22),
        "line": {"width": 1, "color": see_through(colour, 0.55)},
        "hoverinfo": "skip",
    }


def _connections(marks: list, colour: str) -> list[dict]:
    solid, dashed = [], []
    for (x, row), (to, after) in pairwise(marks):
        if row["value"] is None or after["value"] is None or to - x > 1.01:
            continue
        is_open = "provisional" in (row["quality"], after["quality"])
        (dashed if is_open else solid).append((x, row["value"], to, after["value"]))
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [part for x, _, to, _ in some for part in (x, to, None)],
            "y": [part for _, y, _, after in some for part in (y, after, None)],
            "line": {"color": colour, "width": 2.5, "dash": dash},
            "hoverinfo": "skip",
        }
        for some, dash in ((solid, "solid"), (dashed, "dash"))
        if some
    ]


def _blank_note(x: int, codes) -> dict:
    return {
        "x": x,
        "y": 0,
        "yref": "paper",
        "yanchor": "bottom",
        "text": " ".join(codes),
        "showarrow": False,
    }


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
