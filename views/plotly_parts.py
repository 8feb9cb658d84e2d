"""What every plotly drawing shares: axes in the unit of the metric, intervals, points, words."""

from html import escape, unescape
from textwrap import wrap

from charts.chart import Chart
from charts.joining import named
from charts.units import UNITS
from charts.unseen import bounds
from views.palette import GREY

POINTS = {"reportable": "", "use_with_care": "-open-dot", "provisional": "-open"}
"""Quality -> what is put behind the name of a shape; very_uncertain and blank have no point."""

UNSEEN = {"color": GREY, "width": 1.5, "dash": "dot"}
"""The line of what is unseen."""


def limits(row: dict) -> tuple[float, float] | None:
    """The interval of a mark; None for a complete count, which has no width."""
    low, high = row.get("lower"), row.get("upper")
    return None if low is None or high is None or low == high else (low, high)


def value_axis(chart: Chart) -> dict:
    """The axis of values, from zero to the highest thing drawn."""
    tops = [row["value"] or 0 for row in chart.rows]
    tops += [pair[1] for row in chart.rows for pair in (limits(row), bounds(row)) if pair]
    tops += [chart.reference.value] if chart.reference else []
    top = max(tops, default=1) or 1
    top = min(1.03, top * 1.08) if chart.unit == "share" else top * 1.08
    return {
        "range": [0, top],
        "tickformat": UNITS[chart.unit].tick,
        "fixedrange": True,
        "zeroline": True,
        "nticks": 6,
        "automargin": True,
    }


def spans(pairs: list[tuple[float, tuple[float, float]]], *, across: bool, **line) -> dict:
    """Straight bars from low to high at each position; `across` lays them flat."""
    at = [part for position, _ in pairs for part in (position, position, None)]
    along = [part for _, (low, high) in pairs for part in (low, high, None)]
    x, y = (along, at) if across else (at, along)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"width": 2} | line,
        "hoverinfo": "skip",
    }


def unseen(pairs: list, *, across: bool) -> dict:
    """The dotted range of what is unseen."""
    return spans(pairs, across=across, **UNSEEN)


def points(x: list, y: list, texts: list[str], colour: str, symbol: str) -> dict:
    """Points that say their number when pointed at."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": {
            "color": colour,
            "symbol": symbol,
            "size": 10,
            "line": {"width": 2, "color": colour},
        },
        "hovertext": [broken(text, 48) for text in texts],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def see_through(colour: str, opacity: float) -> str:
    """The colour as a fill that what lies behind shows through."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def broken(text: str, width: int) -> str:
    """A label broken into lines."""
    return "<br>".join(map(literal, wrap(text, width, break_long_words=False))) or literal(text)


def literal(text: str) -> str:
    """Text that plotly shows word for word: it would take a tag in it for HTML."""
    return escape(text, quote=False)


def widest(label: str) -> int:
    """Characters on the longest line of a label in lines."""
    return max(len(unescape(line)) for line in label.split("<br>"))


def pointed_at(row: dict) -> str:
    """What a mark says when it is pointed at."""
    return named(row["name"], row["text"])
