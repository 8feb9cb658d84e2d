"""Places beside one another: a funnel and a table sorted by name, with what chance alone would bring."""

from dataclasses import replace

from charts import format as reads
from charts import release_words
from charts.funnel import funnel
from charts.labels import Labels
from charts.seen import titled
from languages import phrase
from release.read import Release
from views import (
    chart_titles,
    comparison_rows,
    figure,
    frame,
    metric_charts,
    places_compared,
)
from views.filters import Selection


def show(release: Release, selection: Selection, definition: dict, names: Labels) -> None:
    """The section; nothing where the metric is not compared."""
    rows = comparison_rows.places(release, selection)
    rows = [row for row in rows if row["jurisdiction"] not in names.groups]
    if not rows:
        return
    rows = sorted(rows, key=lambda row: names.place(row["jurisdiction"]))
    metric_id = definition["metric_id"]
    period = reads.period(rows[0]["period_start"], rows[0]["period_end"])
    frame.section(
        phrase("Places beside one another, {period}: difference or chance?", period=period)
    )
    chart = funnel(definition, rows, names)
    if chart:
        subtitle = metric_charts.covering(chart.subtitle, rows[0], names)
        chart = replace(titled(chart, chart_titles.places_judged(rows)), subtitle=subtitle)
        place = names.place(selection.jurisdiction)
        key = f"chart {metric_id} funnel"
        figure.draw(release, chart, key=key, name=metric_id, highlight=place)
    else:
        covered = metric_charts.covered(rows[0], names)
        frame.note(
            phrase(
                "Too few places for a chart; the table has what there is. {covered}",
                covered=covered,
            )
        )
    frame.say(places_compared.told(rows, names))
    headings, cells = places_compared.lines(rows, definition, names)
    what = phrase("places compared in {period}", period=period)
    title = release_words.title(definition)
    caption = phrase("{metric}: {what}, by name", metric=title, what=what)
    numeric = places_compared.NUMERIC
    frame.table(release, caption, headings, cells, numeric, name=metric_id, data=rows, file=what)
