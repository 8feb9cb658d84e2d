"""Over time: which points differ from the natural variation of their own series, and which do not."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace

import streamlit as st

from charts import format as reads
from charts import release_words
from charts.control import FIRST_LIMITS, FIRST_RUN_CHART, control
from charts.describe import counts
from charts.format import is_missing
from charts.joining import with_commas
from charts.labels import Labels
from charts.multiples import GRAINS
from charts.seen import titled
from charts.verdicts import signal
from languages import Said, SaidLines, decimal, later, phrase, phrase_for, phrase_in
from release.read import Release
from views import chart_titles, comparison_rows, figure, frame, metric_charts
from views.filters import Selection

MOST_ROWS = 12
"""A longer table stands folded up below its chart and its sentence."""


def show(release: Release, selection: Selection, definition: dict, names: Labels) -> None:
    """The section; nothing where the metric is not followed over time so."""
    rows = comparison_rows.series(release, selection)
    if not rows:
        return
    metric_id = definition["metric_id"]
    place, title = names.place(selection.jurisdiction), release_words.title(definition)
    frame.section(phrase("Over time: signal or chance, {place}", place=place))
    chart = control(definition, rows, names)
    covered = metric_charts.covering(
        with_commas([title, GRAINS.get(rows[0]["grain"], rows[0]["grain"])]),
        rows[0] | {"source": "case"},
        names,
    )
    if chart:
        chart = replace(titled(chart, chart_titles.series_judged(rows)), subtitle=covered)
        figure.draw(release, chart, key=f"chart {metric_id} signals", name=metric_id)
    else:
        frame.note(covered)
    frame.say(told(rows))
    is_long = len(rows) > MOST_ROWS
    every = phrase("All {number} points", number=len(rows))
    with st.expander(every) if is_long else nullcontext():
        caption = phrase("{metric}: signals, {place}", metric=title, place=place)
        cells = _cells(rows, definition, names)
        frame.table(
            release,
            caption,
            HEADINGS,
            cells,
            (1, 2, 3),
            name=metric_id,
            data=rows,
            file=phrase("signals of {place}", place=place),
        )


def told(rows: Sequence[dict]) -> str:
    """What the length of the series allows, what is seen, and how often chance alone would bring a signal."""
    first = rows[0]
    length = first["points"]
    if first["limits_kind"] == "none":
        return phrase_for(
            length,
            "{number} point {grain}: too few for limits. A middle needs {middle} points, limits need "
            "{limits}; until then nothing is called a signal.",
            "{number} points {grain}: too few for limits. A middle needs {middle} points, limits need "
            "{limits}; until then nothing is called a signal.",
            grain=GRAINS.get(first["grain"], ""),
            middle=FIRST_RUN_CHART,
            limits=FIRST_LIMITS,
        )
    signals = [row for row in rows if row["signal"]]
    kind = LIMITS.get(first["limits_kind"], phrase_in("of a control chart", "limits"))
    said = [
        phrase_for(
            length,
            "{number} point with {limits}.",
            "{number} points with {limits}.",
            limits=kind.format(points=FIRST_LIMITS),
        )
    ]
    said.append(
        phrase_for(len(signals), "{number} point shows a signal.", "{number} points show a signal.")
        if signals
        else phrase("No point differs from the natural variation of the series.")
    )
    expected = first["expected_false_alarms"]
    if not is_missing(expected):
        said.append(
            phrase(
                "Of series of this length in which nothing changed, {share} would show a signal: "
                "{number} false alarms are to be expected on this page.",
                share=reads.value(expected, "share"),
                number=decimal(expected, 2),
            )
        )
    if first["is_autocorrelated"]:
        said.append(
            phrase(
                "Each value leans on the one before it, so the signals of this series are not to be relied on."
            )
        )
    if signals:
        said.append(
            phrase("A signal says that something changed, not whether for better or worse.")
        )
    return " ".join(said)


LIMITS = Said(
    {
        "median": later("their middle only (limits need {points} points)"),
        "trial": later("limits on trial, which still move with every point (firm from 20)"),
        "firm": later("firm limits"),
    }
)
HEADINGS = SaidLines(
    later("Period"),
    later("Value"),
    later("Counted"),
    later("Natural variation"),
    later("Signal"),
)


def _cells(rows: Sequence[dict], definition: dict, names: Labels) -> list[tuple]:
    unit = definition["value_unit"]
    about = {"currency": None, "unit_counted": definition["unit_counted"]}
    return [
        (
            reads.period(row["period_start"], row["period_end"]),
            reads.value(row["value"], unit) or phrase("No number"),
            counts(about | row, definition, names) or phrase("Not shown"),
            reads.interval(row["lower_limit"], row["upper_limit"], unit)
            or phrase_in("limits", "None"),
            _first_large(signal(row["signal"])) or phrase_in("signal", "None"),
        )
        for row in reversed(rows)
    ]


def _first_large(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
