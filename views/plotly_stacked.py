"""Lying bars cut into the parts of a whole, each part with an edge, a tint and a pattern of its own."""

from textwrap import wrap

from charts.chart import Chart
from charts.format import BLANKS
from charts.looks import names_that_fit, part_looks
from languages import percent
from views.palette import GREY, PARTS
from views.plotly_key import ASIDE, LONGEST, key_places, swatch
from views.plotly_parts import broken, literal, pointed_at, see_through

SHORT = 9
"""Characters of a label that stands at the left of its bar; where one is longer, all stand above."""
LABEL_WIDTH = 44
LINE_HEIGHT = 15
BAR = 28
ROOM = 12
"""Pixels between one bar with its label and the next."""
GAP = 0.003
"""Share of the whole left free at each end of a part, so that the background parts neighbours."""
PATTERNS = {
    "plain": "",
    "slanted lines": "/",
    "level lines": "-",
    "lines slanted back": "\\",
    "upright lines": "|",
    "squares": "+",
    "dots": ".",
    "crossed lines": "x",
}
"""Pattern of a part in words -> its shape in plotly."""


def stacked(chart: Chart, highlight: str | None) -> tuple[list[dict], dict]:
    """Traces and layout; heights are pixels, so that labels never meet bars."""
    is_beside = max(len(name) for name in chart.categories) <= SHORT
    direct = names_that_fit(chart)
    tall = LINE_HEIGHT * max(text.count("\n") + 1 for text in direct.values()) if direct else 0
    places, begin = ({}, 2.0) if direct else key_places(chart)
    middles, labels, top = {}, {}, begin
    for name in chart.categories:
        label = _label(name, highlight)
        if not is_beside:
            labels[top] = label
            top += LINE_HEIGHT * (label.count("<br>") + 1) + 5
        # The names of the parts stand above the first bar only.
        top += 0 if middles else tall
        middles[name] = top + BAR / 2
        top += BAR + ROOM
    looks = {name: _look(*look) for name, look in part_looks(chart).items()}
    traces = [swatch(place, looks[name]) for name, place in places.items()]
    traces += [_part(chart, name, look, middles) for name, look in looks.items()]
    blank = [row for row in chart.rows if row.get("blank")]
    notes = [_note(0, y, text, yanchor="top") for y, text in labels.items()]
    notes += [
        _note(
            0,
            middles[row[chart.x]],
            f"{BLANKS[row['blank']].shorthand} {literal(row['blank_label'])}",
        )
        for row in blank
    ]
    head = min(middles.values()) - BAR / 2 - 2
    notes += [_name(chart, name, text, head) for name, text in direct.items()]
    notes += [
        _note(left + ASIDE, middle, broken(name, LONGEST))
        for name, (left, middle) in places.items()
    ]
    ticks = chart.categories if is_beside else ()
    return traces, {
        "height": top + 30,
        # Half of 0% and of 100% stands outside the bars.
        "margin": {"l": 14, "r": 20, "t": 4, "b": 4},
        "barmode": "overlay",
        "uniformtext": {"minsize": 11, "mode": "hide"},
        "xaxis": {
            "range": [0, 1],
            "tickvals": [0, 0.25, 0.5, 0.75, 1],
            "tickformat": ".0%",
            "fixedrange": True,
            "zeroline": False,
            "showgrid": False,
            "automargin": True,
        },
        "yaxis": {
            "range": [top, 0],
            "tickvals": [middles[name] for name in ticks],
            "ticktext": [_label(name, highlight) for name in ticks],
            "showticklabels": is_beside,
            "fixedrange": True,
            "zeroline": False,
            "showgrid": False,
            "automargin": True,
        },
        "annotations": notes,
    }


def _look(order: int | None, pattern: str) -> dict:
    """The edge carries the contrast, so that the number stays legible on the part."""
    colour = GREY if order is None else PARTS[order]
    return {
        "color": see_through(colour, 0.2),
        "line": {"color": colour, "width": 2},
        "pattern": {
            "shape": PATTERNS[pattern],
            "fgcolor": see_through(colour, 0.5),
            "bgcolor": see_through(colour, 0.14),
            "fillmode": "replace",
            "size": 7,
            "solidity": 0.18,
        },
    }


def _part(chart: Chart, name: str, look: dict, middles: dict) -> dict:
    """One part in all bars; what the parts before it take up is its base."""
    taken = dict.fromkeys(chart.categories, 0.0)
    some, begins = [], []
    for row in chart.rows:
        if row[chart.series] == name and row[chart.y]:
            some.append(row)
            begins.append(taken[row[chart.x]])
        taken[row[chart.x]] += row[chart.y] or 0.0
    gaps = [min(GAP, row[chart.y] / 4) for row in some]
    return {
        "type": "bar",
        "orientation": "h",
        "name": literal(name),
        "y": [middles[row[chart.x]] for row in some],
        "base": [begin + gap for begin, gap in zip(begins, gaps, strict=True)],
        "x": [row[chart.y] - 2 * gap for row, gap in zip(some, gaps, strict=True)],
        "width": BAR,
        "text": [percent(row[chart.y], 0) for row in some],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": 13},
        "marker": look,
        "hovertext": [broken(pointed_at(row), 48) for row in some],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _name(chart: Chart, name: str, text: str, bottom: float) -> dict:
    """The name of a part above the middle of its part in the first bar."""
    first = [row for row in chart.rows if row[chart.x] == chart.categories[0]]
    order = next(place for place, row in enumerate(first) if row[chart.series] == name)
    middle = sum(row[chart.y] for row in first[:order]) + first[order][chart.y] / 2
    words = literal(text).replace("\n", "<br>")
    return _note(middle, bottom, words, yanchor="bottom", xanchor="center")


def _note(x: float, y: float, text: str, *, yanchor="middle", xanchor="left") -> dict:
    return {
        "x": x,
        "y": y,
        "text": text,
        "xanchor": xanchor,
        "yanchor": yanchor,
        "align": "left" if xanchor == "left" else "center",
        "showarrow": False,
        "borderpad": 0,
    }


def _label(name: str, highlight: str | None) -> str:
    lines = "<br>".join(map(literal, wrap(name, LABEL_WIDTH))) or literal(name)
    return f"<b>▸ {lines}</b>" if name == highlight else lines
