"""One chart of a page: what is seen as its title, then measure, place and period, the chart, a sentence, its files."""

from charts.chart import Chart
from release.read import Release
from views import frame, metric_charts, plotly_chart, reading
from views.filters import place_label
from views.html import element, join, link


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


def metric(release: Release, metric_id: str, place: str, *, scope: str = "trafficking") -> None:
    """One metric of one place over time: heading, chart, sentence, table, and a link to all about it.

    Says so where the place reported nothing on it.
    """
    definition = reading.definitions(release).get(metric_id)
    if definition is None:
        return
    names = reading.labels(release)
    label = place_label(place, names)
    rows = [r for r in reading.headline(release, metric_id) if r["jurisdiction"] == place]
    more = link("Definition, caveats and all places", metric_id, jurisdiction=label)
    if not rows:
        frame.part(definition["title"])
        frame.say(
            join(
                [element("strong", "No number: "), f"{names.place(place)} reported nothing here. "]
            )
        )
    else:
        metric_charts.main_strand(release, definition, rows, names, scope=scope)
    frame.note(join([definition["question"], " ", more, "."]))
