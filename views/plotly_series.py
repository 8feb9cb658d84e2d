"""One series of points on a line: its interval, its gaps, dashes where it is not complete."""

from itertools import pairwise

from charts.unseen import bounds
from views.plotly_parts import POINTS, UNSEEN, limits, pointed_at, points, see_through, spans


def series(
    marks: list, colour: str, symbol: str, *, is_alone: bool, reach: float = 1.01
) -> list[dict]:
    """Traces of one series; `marks` are (position, row), and neighbours lie no further apart than `reach`."""
    traces = []
    far = [(x, bounds(row)) for x, row in marks if bounds(row) and (is_alone or row["blank"])]
    if far:
        # Beside other series the dots have to say whose they are.
        own = {} if is_alone else {"color": colour}
        traces.append(spans(far, across=False, **UNSEEN | own))
    in_band, alone = (
        _band_runs(marks, reach) if is_alone else ([], [m for m in marks if limits(m[1])])
    )
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
    traces += _connections(marks, colour, reach)
    for quality, suffix in POINTS.items():
        some = [(x, row) for x, row in marks if row["quality"] == quality]
        if some:
            traces.append(
                points(
                    [x for x, _ in some],
                    [row["value"] for _, row in some],
                    [pointed_at(row) for _, row in some],
                    colour,
                    symbol + suffix,
                )
            )
    return traces


def _band_runs(marks: list, reach: float) -> tuple[list[list], list]:
    """Neighbours with points share a band; what stands alone gets a bar of its own."""
    runs, run, alone = [], [], []
    for x, row in [*marks, (None, None)]:
        joins = row is not None and limits(row) and row["quality"] in POINTS
        if joins and (not run or x - run[-1][0] <= reach):
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


def _connections(marks: list, colour: str, reach: float) -> list[dict]:
    solid, dashed = [], []
    for (x, row), (to, after) in pairwise(marks):
        if row["value"] is None or after["value"] is None or to - x > reach:
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


def blank_note(x: float, codes) -> dict:
    """The shorthands of what is blank here, at the foot of the chart."""
    return {
        "x": x,
        "y": 0,
        "yref": "paper",
        "yanchor": "bottom",
        "text": " ".join(codes),
        "showarrow": False,
    }
