"""One series of a place over time, between the limits of its natural variation."""

from collections.abc import Sequence

from charts import format as reads
from charts.chart import Chart, Curve
from charts.describe import alternative_text
from charts.format import is_missing
from charts.joining import in_turn, with_commas
from charts.labels import Labels
from charts.release_words import title as metric_title
from charts.units import UNITS
from charts.verdicts import signal
from languages import Said, later, phrase

BY_GRAIN = Said(
    {"quarter": later("by quarter"), "half": later("by half"), "year": later("by year")}
)
"""Grain of a series -> the words for it below a chart."""
FIRST_RUN_CHART, FIRST_LIMITS = 8, 12
"""Points from which a series has a centre, and from which it has limits."""


def control(definition: dict, rows: Sequence[dict], labels: Labels) -> Chart | None:
    """`rows` are `trends` of one metric, scope and place; None with fewer than two values."""
    rows = sorted(rows, key=lambda row: row["period_start"])
    if sum(not is_missing(row["value"]) for row in rows) < 2:
        return None
    unit = definition["value_unit"]
    marks = [_mark(row, unit) for row in rows]
    title = phrase("{metric}: signal or chance", metric=metric_title(definition))
    subtitle = with_commas(
        [
            UNITS[unit].measured(labels.unit(definition["unit_counted"])),
            labels.place(rows[0]["jurisdiction"]),
            BY_GRAIN.get(rows[0]["grain"], rows[0]["grain"]),
        ]
    )
    told = [mark for mark in marks if mark["is_signal"]] or marks
    kept = f"{phrase('Only the points with a signal are told.')} " if told is not marks else ""
    return Chart(
        kind="control",
        title=title,
        subtitle=subtitle,
        alt=kept + alternative_text("control", title, subtitle, told),
        rows=tuple(marks),
        x="x",
        y="value",
        unit=unit,
        y_title=UNITS[unit].axis,
        categories=tuple(mark["x"] for mark in marks),
        strand=tuple(rows),
        curves=tuple(_curves(rows)),
        marked="is_signal",
    )


def _curves(rows: Sequence[dict]) -> list[Curve]:
    names = {
        "centre": ("centre", phrase("median") if rows[0]["chart"] == "run" else phrase("centre")),
        "upper_limit": ("outer", phrase("limits of natural variation")),
        "lower_limit": ("outer", ""),
    }
    found = []
    for column, (style, label) in names.items():
        points = tuple((_when(row), row[column]) for row in rows if not is_missing(row[column]))
        found += [Curve(style, points, label)] if points else []
    return found


def _mark(row: dict, unit: str) -> dict:
    value = None if is_missing(row["value"]) else row["value"]
    said = signal(row["signal"])
    text = reads.value(value, unit) if value is not None else phrase("no number")
    return {
        "x": _when(row),
        "value": value,
        "lower": None,
        "upper": None,
        "is_signal": bool(said),
        "signal": said,
        "name": reads.period(row["period_start"], row["period_end"]),
        "text": in_turn([text, said]),
        "quality": "reportable" if value is not None else "blank",
        "blank": None,
    }


def _when(row: dict) -> str:
    return reads.short_period(row["period_start"], row["period_end"])
