"""One metric of one place over time, under a title that says what is seen; or which kind of nothing there is."""

from dataclasses import replace

from charts import release_words
from charts.describe import quality, sentence
from charts.seen import seen_over_time
from charts.select import newest, one_span
from languages import phrase
from release.read import Release
from views import figure, frame, metric_charts, reading, results_table
from views.html import element, join, link
from views.sentences import blank_counts, change


def show(release: Release, metric_id: str, place: str, page: str) -> None:
    """Chart, sentence and table; a metric that this release does not define is left out."""
    definition = reading.definitions(release).get(metric_id)
    if definition is None:
        return
    names = reading.labels(release)
    rows = one_span(reading.history(release, metric_id, place))
    chart = seen_over_time(definition, rows, names)
    if chart is None:
        frame.part(release_words.title(definition))
        frame.say(_without_chart(rows, definition, names, names.place(place)))
    else:
        subtitle = metric_charts.figure_line(chart.subtitle, rows, names)
        figure.draw(
            release,
            replace(chart, subtitle=subtitle),
            key=f"{page} {metric_id}",
            name=page,
            told=change(rows, definition, names),
        )
    if rows:
        results_table.show(
            release,
            list(reversed(rows)),
            definition,
            names,
            what=phrase("{place} over time", place=names.place(place)),
            by=results_table.BY_PERIOD,
        )
    more = link(phrase("Definition and all places"), metric_id)
    frame.note(join([release_words.question(definition), " ", more]))


def _without_chart(rows: list[dict], definition: dict, names, place: str):
    if not rows:
        strong = element("strong", phrase("No number: "))
        return join([strong, phrase("{place} reported nothing here.", place=place)])
    told = [row for row in rows if quality(row) != "blank"]
    if not told:
        none = phrase("{place} has no number that can be shown.", place=place)
        return f"{none} {blank_counts(rows)}"
    rest = blank_counts(rows)
    return f"{sentence(newest(told), definition, names)} {rest}".strip()
