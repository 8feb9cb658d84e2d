"""A chart of one place over time whose title says what is seen: the first number and the last."""

from collections.abc import Sequence
from dataclasses import replace

from charts import format as reads
from charts.chart import Chart
from charts.describe import alternative_text, limits_of, quality
from charts.from_results import over_time
from charts.joining import named
from charts.labels import Labels
from charts.release_words import lower_first
from charts.release_words import title as metric_title
from languages import phrase


def seen_over_time(definition: dict, rows: Sequence[dict], labels: Labels) -> Chart | None:
    """The line of these rows; None where fewer than two of them have a number or an interval."""
    rows = list(rows)
    if sum(quality(row) != "blank" for row in rows) < 2:
        return None
    chart = over_time(definition, rows, labels)
    return chart and titled(chart, title_of(definition, rows, labels))


def titled(chart: Chart, title: str) -> Chart:
    """The same chart below another title, told in its alternative text too."""
    alt = alternative_text(chart.kind, title, chart.subtitle, chart.rows)
    return replace(chart, title=title, alt=alt)


def title_of(definition: dict, rows: Sequence[dict], labels: Labels) -> str:
    """In Aubrimoor, requests for cooperation sent: 44 in 2016 and 60 in 2025."""
    told = [row for row in rows if quality(row) != "blank"]
    head = phrase(
        "In {place}, {metric}",
        place=labels.place(told[0]["jurisdiction"]),
        metric=lower_first(metric_title(definition)),
    )
    ends = list(dict.fromkeys(_number_then(row, definition) for row in (told[0], told[-1])))
    if len(ends) == 1:
        return named(head, ends[0])
    return named(head, phrase("{first} and {last}", first=ends[0], last=ends[1]))


def _number(row: dict, definition: dict) -> str:
    if quality(row) == "very_uncertain":
        return phrase("somewhere in {limits}", limits=limits_of(row, definition["value_unit"]))
    return reads.value(row["value"], definition["value_unit"], row["currency"])


def _number_then(row: dict, definition: dict) -> str:
    """44 in 2016; 12 at 31 December 2025."""
    number = _number(row, definition)
    if row["period_kind"] == "stock":
        return phrase("{number} at {day}", number=number, day=reads.day(row["period_end"]))
    period = reads.period(row["period_start"], row["period_end"])
    return phrase("{number} in {period}", number=number, period=period)
