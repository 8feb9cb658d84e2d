"""A mix of one place over its periods: one bar a period, cut into the shares of its parts."""

from collections.abc import Sequence

from charts import format as reads
from charts.chart import Chart
from charts.describe import counts, quality
from charts.joining import with_commas
from charts.labels import Labels
from charts.looks import MOST_PARTS
from charts.release_words import lower_first
from charts.release_words import title as metric_title
from charts.select import UNKNOWN, by_column, unknown_last
from charts.shares import ROUNDING, Part, shares
from charts.units import UNITS
from languages import phrase


def whole_periods(rows: Sequence[dict]) -> list[list[dict]]:
    """The parts of each period that tells all its parts, oldest first.

    Of a period with a hidden part nothing is drawn: what is left of the whole would give it away.
    """
    periods = by_column(sorted(rows, key=_days), "period_end")
    return [
        unknown_last(sorted(parts, key=lambda row: row["category"]))
        for parts in periods.values()
        if _adds_up(parts)
    ]


def mix_over_time(definition: dict, rows: Sequence[dict], labels: Labels) -> Chart | None:
    """`rows` are the parts of one place, breakdown and horizon; None where no period tells all its parts."""
    periods = whole_periods(rows)
    known = {row["category"] for parts in periods for row in parts} - {UNKNOWN}
    if not periods or len(known) > MOST_PARTS:
        return None
    first, newest = periods[0][0], periods[-1]
    largest = max(newest, key=lambda row: row["value"])
    place, unit = labels.place(first["jurisdiction"]), labels.unit(first["unit_counted"])
    name = labels.category(largest["breakdown"], largest["category"])
    title = phrase(
        "In {place}, {metric}: {category} {share} in {period}",
        place=place,
        metric=lower_first(metric_title(definition)),
        category=lower_first(name),
        share=reads.value(largest["value"], "share"),
        period=_period(largest),
    )
    measure = UNITS["share"].measured(unit)
    order = [*sorted(known), UNKNOWN]
    wholes = {
        _period(parts[0]): [
            _part(row, definition, labels)
            for row in sorted(parts, key=lambda row: order.index(row["category"]))
        ]
        for parts in periods
    }
    return shares(
        title,
        with_commas([measure, place]),
        wholes,
        y_title=measure,
        strand=[row for parts in periods for row in parts],
    )


def _adds_up(parts: Sequence[dict]) -> bool:
    if any(quality(row) == "blank" for row in parts):
        return False
    return abs(sum(row["value"] for row in parts) - 1) <= ROUNDING


def _part(row: dict, definition: dict, labels: Labels) -> Part:
    name = labels.category(row["breakdown"], row["category"])
    return Part(name, row["value"], row["category"] == UNKNOWN, counts(row, definition, labels))


def _days(row: dict) -> tuple:
    return row["period_end"], row["period_start"]


def _period(row: dict) -> str:
    return reads.period(row["period_start"], row["period_end"])
