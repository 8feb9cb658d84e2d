"""The clocks of one place side by side: one chart, one table, each told what it reads and what moves it."""

from charts.cohorts import in_words, span
from charts.describe import counts
from charts.in_brief import in_brief
from charts.time_clocks import CLOCKS, clocks, reading
from charts.time_readings import Readings
from languages import later, phrase
from release.read import Release
from views import case_flow_read, figure, frame, marks
from views import reading as results
from views.html import element, join
from views.time_filters import Choice

NAME = "time_to_justice"
IN_TWO_WAYS = {
    "clearance_rate": (
        later("Clearance, as CEPEJ defines it: ended per 100 that came in"),
        later("Proceedings that ended in the year, over those begun in it: not the same ones"),
        later("Falling intake or closing old cases in bulk raises it"),
    ),
    "pending_over_two_years": (
        later("Still waiting: share older than two years"),
        later("What is open at the end of the year"),
        later("Many new cases lower it, though no old case moves"),
    ),
    "disposed_within_a_year": (
        later("Charge to outcome: share ended within a year"),
        later("Everybody charged in the year, open ones included"),
        later("Dropping cases in large numbers"),
    ),
}
"""Metric told in another unit than days -> its name, whose time it reads, what moves it."""


def show(release: Release, choice: Choice, found: Readings) -> None:
    """The section."""
    frame.section(phrase("The clocks side by side"))
    definitions, names = results.definitions(release), results.labels(release)
    chart = clocks(found.now, definitions, names)
    if chart:
        figure.draw(
            release,
            chart,
            key="clocks",
            name=NAME,
            told=phrase(
                "They do not contradict one another: each is asked something else. The table says what."
            ),
        )
    else:
        frame.say(
            case_flow_read.why_none(
                [found.now[key] for key in CLOCKS if key in found.now], choice.place, names
            )
        )
    lines = [_line(release, choice, key, found) for key in (*CLOCKS, *IN_TWO_WAYS)]
    lines = [line for line in lines if line]
    if not lines:
        return
    frame.table(
        release,
        phrase(
            "{place}: what each clock reads, of whom, and what moves it",
            place=names.place(choice.place),
        ),
        (
            phrase("Clock"),
            phrase("Reads"),
            phrase("When"),
            phrase("How sure"),
            phrase("Whose time"),
            phrase("Moved without anybody being faster"),
        ),
        lines,
        name=NAME,
        data=[found.now[key] for key in (*CLOCKS, *IN_TWO_WAYS) if key in found.now],
    )
    frame.note(
        phrase(
            "CEPEJ is the Council of Europe's commission for the efficiency of justice. Its two figures are shown "
            "because many know them. They are made of counts of one year, not of any case's time, and "
            "have no value where nothing came in or nothing ended."
        )
    )


def _line(release: Release, choice: Choice, metric_id: str, found: Readings) -> tuple | None:
    definition = results.definitions(release).get(metric_id)
    if definition is None:
        return None
    row = found.now.get(metric_id)
    if metric_id in CLOCKS:
        clock = CLOCKS[metric_id]
        name, of, moved_by = clock.name, clock.of, clock.moved_by
        said = reading(metric_id, row, definition)
    else:
        name, of, moved_by = map(phrase, IN_TWO_WAYS[metric_id])
        said = reading_of(metric_id, row, definition)
    counted = counts(row, definition, results.labels(release)) if row else ""
    title = case_flow_read.titled(release, metric_id, choice.place, choice.period)
    return (
        join([name, element("span", title, class_="answerable-aside")]),
        join([said, element("span", counted, class_="answerable-aside")]) if counted else said,
        in_words(span(row)) if row else phrase("No year"),
        marks.status(row, definition) if row else phrase("Nothing published"),
        of,
        moved_by,
    )


def reading_of(metric_id: str, row: dict | None, definition: dict) -> str:
    """The same for what is no number of days; clearance in per cent, as CEPEJ writes it."""
    as_share = definition | {"value_unit": "share"} if metric_id == "clearance_rate" else definition
    return in_brief(row, as_share)
