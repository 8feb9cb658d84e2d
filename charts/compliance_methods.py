"""Draws a new method over time: its figures as a line, each with whether the law of that time covers it."""

from collections.abc import Sequence

from charts import format as reads
from charts.chart import Chart
from charts.describe import alternative_text, quality
from charts.format import is_missing
from charts.joining import with_commas
from charts.labels import Labels
from charts.release_words import inside
from charts.release_words import title as metric_title
from charts.select import one_span
from languages import phrase

FEWEST = 2
"""Periods with a number that make a line."""
COMPLETE = {"maturity": "mature"}
"""Figures on new methods are followed over no time, so nothing of them is yet to come."""


def is_uncovered(row: dict) -> bool:
    """True where a figure shows the method at a time when no statute covers it."""
    return row["covered"] == "no" and _is_seen(row)


def method_chart(
    definition: dict, rows: Sequence[dict], title: str, where: str, names: Labels
) -> Chart | None:
    """A line over the periods of rows of `new_methods` of one place and series; None where fewer than two tell a number."""
    rows = [row | COMPLETE for row in rows if not is_missing(row["period_end"])]
    # A count of three years beside one of a year would look like a rise.
    rows = sorted(one_span(rows), key=lambda row: row["period_end"])
    marks = [_mark(row, definition, names) for row in rows]
    if sum(mark["quality"] != "blank" for mark in marks) < FEWEST:
        return None
    return Chart(
        kind="line",
        title=title,
        subtitle=where,
        alt=alternative_text("line", title, where, marks),
        rows=tuple(marks),
        x="x",
        y="value",
        unit=definition["value_unit"],
        y_title=metric_title(definition),
        lower="lower",
        upper="upper",
        categories=tuple(mark["x"] for mark in marks),
    )


def figure_words(row: dict, definition: dict) -> str:
    """Value and interval of a figure; why there is none."""
    if not is_missing(row["blank"]):
        return phrase("No number ({why})", why=inside(reads.blank(row["blank"])))
    unit = definition["value_unit"]
    limits = reads.interval(row["lower"], row["upper"], unit)
    is_unsure = row["status"] == "very_uncertain" and limits and row["lower"] != row["upper"]
    if is_unsure:
        return with_commas([limits, phrase("very uncertain")])
    said = reads.value(row["value"], unit) or reads.count(row["numerator"]) or phrase("No number")
    return f"{said} ({limits})" if limits and row["lower"] != row["upper"] else said


def _is_seen(row: dict) -> bool:
    counted = row["value"] if is_missing(row["numerator"]) else row["numerator"]
    return not is_missing(counted) and counted > 0


def _mark(row: dict, definition: dict, names: Labels) -> dict:
    drawn = quality(row)
    period = reads.short_period(row["period_start"], row["period_end"])
    covered = inside(names.category("covered", row["covered"] or "not_known"))
    has_limits = drawn != "blank"
    return {
        "x": period,
        "name": period,
        "value": row["value"] if drawn not in ("blank", "very_uncertain") else None,
        "lower": row["lower"] if has_limits else None,
        "upper": row["upper"] if has_limits else None,
        "bound_lower": None,
        "bound_upper": None,
        "quality": drawn,
        "blank": row["blank"],
        "blank_label": reads.blank(row["blank"]) or None,
        "text": phrase(
            "{figure}; covered by law: {covered}",
            figure=figure_words(row, definition),
            covered=covered,
        ),
    }
