"""One chart of a page: what is seen as its title, then measure, place and period, the chart, a sentence, its files."""

from charts import release_words
from charts.chart import Chart
from languages import phrase
from release.read import Release
from views import frame, metric_charts, plotly_chart, reading
from views.filled import filled
from views.filters import place_address
from views.html import element, link


def draw(
    release: Release,
    chart: Chart,
    *,
    key: str,
    name: str,
    told="",
    highlight: str | None = None,
) -> None:
    """`told` is the sentence below the chart; `name` the page or metric its files are named after."""
    frame.part(chart.title)
    frame.note(chart.subtitle)
    plotly_chart.show(release, chart, key=key, name=name, highlight=highlight)
    if told:
        frame.say(told)


def metric(release: Release, metric_id: str, place: str) -> None:
    """One metric of one place over time: heading, chart, sentence, table, and a link to all about it.

    Says so where the place reported nothing on it.
    """
    definition = reading.definitions(release).get(metric_id)
    if definition is None:
        return
    names = reading.labels(release)
    label = place_address(place, names)
    rows = reading.history(release, metric_id, place)
    more = link(phrase("Definition, caveats and all places"), metric_id, jurisdiction=label)
    if not rows:
        frame.part(release_words.title(definition))
        frame.say(
            filled(
                phrase("{no_number} {place} reported nothing here."),
                no_number=element("strong", phrase("No number:")),
                place=names.place(place),
            )
        )
    else:
        metric_charts.history(release, definition, rows, names)
    frame.note(
        filled(phrase("{question} {link}."), question=release_words.question(definition), link=more)
    )
