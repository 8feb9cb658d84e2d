"""Over time: which points differ from the natural variation of their own series, and which do not."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace

import streamlit as st

from charts import format as reads
from charts.control import FIRST_LIMITS, FIRST_RUN_CHART, control
from charts.describe import counts
from charts.format import is_missing, many
from charts.labels import Labels
from charts.multiples import GRAINS
from charts.seen import titled
from charts.verdicts import signal
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
    place = names.place(selection.jurisdiction)
    frame.section(f"Over time: signal or chance, {place}")
    chart = control(definition, rows, names)
    covered = metric_charts.covering(
        f"{definition['title']}, {GRAINS.get(rows[0]['grain'], rows[0]['grain'])}",
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
    with st.expander(f"All {len(rows)} points") if is_long else nullcontext():
        caption = f"{definition['title']}: signals, {place}"
        cells = _cells(rows, definition, names)
        frame.table(
            release,
            caption,
            HEADINGS,
            cells,
            (1, 2, 3),
            name=metric_id,
            data=rows,
            file=f"signals of {place}",
        )


def told(rows: Sequence[dict]) -> str:
    """What the length of the series allows, what is seen, and how often chance alone would bring a signal."""
    first = rows[0]
    length = first["points"]
    if first["limits_kind"] == "none":
        return (
            f"{many(length, 'point')} {GRAINS.get(first['grain'], '')}: too few for limits. A middle "
            f"needs {FIRST_RUN_CHART} points, limits need {FIRST_LIMITS}; until then nothing is called a signal."
        )
    signals = [row for row in rows if row["signal"]]
    kinds = {
        "median": f"their middle only (limits need {FIRST_LIMITS} points)",
        "trial": "limits on trial, which still move with every point (firm from 20)",
        "firm": "firm limits",
    }
    said = [f"{many(length, 'point')} with {kinds.get(first['limits_kind'], 'limits')}."]
    seen = "shows" if len(signals) == 1 else "show"
    said.append(
        f"{many(len(signals), 'point')} {seen} a signal."
        if signals
        else "No point differs from the natural variation of the series."
    )
    expected = first["expected_false_alarms"]
    if not is_missing(expected):
        said.append(
            f"Of series of this length in which nothing changed, {reads.value(expected, 'share')} "
            f"would show a signal: {expected:.2f} false alarms are to be expected on this page."
        )
    if first["is_autocorrelated"]:
        said.append(
            "Each value leans on the one before it, so the signals of this series are not to be relied on."
        )
    if signals:
        said.append("A signal says that something changed, not whether for better or worse.")
    return " ".join(said)


HEADINGS = ("Period", "Value", "Counted", "Natural variation", "Signal")


def _cells(rows: Sequence[dict], definition: dict, names: Labels) -> list[tuple]:
    unit = definition["value_unit"]
    about = {"currency": None, "unit_counted": definition["unit_counted"]}
    return [
        (
            reads.period(row["period_start"], row["period_end"]),
            reads.value(row["value"], unit) or "No number",
            counts(about | row, definition, names) or "Not shown",
            reads.interval(row["lower_limit"], row["upper_limit"], unit) or "None",
            signal(row["signal"]).capitalize() or "None",
        )
        for row in reversed(rows)
    ]
