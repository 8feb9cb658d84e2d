"""Faster or slower over the years: the cohort, the pace and the age of what is open, each a line with its band."""

from dataclasses import replace

from charts import release_words, seen
from charts.describe import quality
from charts.select import one_span
from languages import later, phrase
from release.read import Release
from views import case_flow_read, figure, frame, metric_charts, reading, results_table
from views.filled import filled
from views.sentences import change
from views.time_filters import Choice

EARLIER = {
    "pending_age": later(
        "In the first years of the records the proceedings begun before them may be missing, "
        "so that what is open looks young: an age that grows from there need not be a slower court."
    )
}
"""Metric -> what its first years are to be taken with."""
LINES = ("time_to_disposition", "mean_time_to_outcome", "current_pace", "pending_age")
"""Of the first two the one with more cohorts to tell is drawn."""


def show(release: Release, choice: Choice) -> None:
    """The section."""
    metric_ids = _told(release, choice)
    if not metric_ids:
        return
    frame.section(phrase("Faster or slower over the years"))
    for metric_id in metric_ids:
        _line(release, choice, metric_id)


def _told(release: Release, choice: Choice) -> list[str]:
    known = case_flow_read.known(release, LINES)
    numbers = {
        key: sum(quality(row) != "blank" for row in _rows(release, choice, key)) for key in known
    }
    cohorts = [key for key in known if key in LINES[:2]]
    kept = [max(cohorts, key=numbers.get)] if cohorts else []
    return kept + [key for key in known if key not in LINES[:2]]


def _rows(release: Release, choice: Choice, metric_id: str) -> list[dict]:
    return one_span(reading.history(release, metric_id, choice.place))


def _line(release: Release, choice: Choice, metric_id: str) -> None:
    definition, names = reading.definitions(release)[metric_id], reading.labels(release)
    rows = _rows(release, choice, metric_id)
    chart = seen.seen_over_time(definition, rows, names)
    if chart:
        subtitle = metric_charts.figure_line(chart.subtitle, rows, names)
        figure.draw(
            release,
            replace(chart, subtitle=subtitle),
            key=f"trend {metric_id}",
            name=metric_id,
            told=change(rows, definition, names),
        )
    else:
        frame.part(release_words.title(definition))
        frame.say(
            change(rows, definition, names)
            if rows
            else case_flow_read.why_none(rows, choice.place, names)
        )
    if rows:
        results_table.show(
            release,
            list(reversed(rows)),
            definition,
            names,
            what=phrase("{place} over time", place=names.place(choice.place)),
            by=results_table.BY_PERIOD,
        )
    more = case_flow_read.titled(release, metric_id, choice.place, choice.period)
    question = release_words.question(definition)
    if metric_id in EARLIER:
        question = f"{question} {phrase(EARLIER[metric_id])}"
    frame.note(filled(phrase("{question} All about it: {metric}."), question=question, metric=more))
