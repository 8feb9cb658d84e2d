"""Groups beside one another: differences with their intervals, and how large one could go unseen."""

from dataclasses import replace

from charts import format as reads
from charts import release_words
from charts.forest import forest, in_order
from charts.labels import Labels
from charts.seen import titled
from languages import phrase
from release.read import Release
from views import (
    chart_titles,
    comparison_rows,
    figure,
    frame,
    groups_compared,
    metric_charts,
)
from views.filters import Selection


def show(release: Release, selection: Selection, definition: dict, names: Labels) -> None:
    """The section; nothing where groups are not compared."""
    rows = in_order(comparison_rows.groups(release, selection), names)
    if not rows:
        return
    metric_id = definition["metric_id"]
    place = names.place(selection.jurisdiction)
    period = reads.period(rows[0]["period_start"], rows[0]["period_end"])
    about = {"place": place, "period": period}
    frame.section(
        phrase("Groups beside one another, {place}, {period}: difference or chance?", **about)
    )
    chart = forest(definition, rows, names)
    if chart:
        subtitle = metric_charts.covering(chart.subtitle, rows[0], names)
        chart = replace(titled(chart, chart_titles.groups_judged(rows)), subtitle=subtitle)
        figure.draw(release, chart, key=f"chart {metric_id} forest", name=metric_id)
    else:
        covered = metric_charts.covered(rows[0], names)
        frame.note(
            phrase(
                "No difference could be worked out; the table says why. {covered}", covered=covered
            )
        )
    frame.say(groups_compared.told(rows))
    headings, cells = groups_compared.lines(rows, names)
    caption = phrase(
        "{metric}: differences in percentage points with 95% intervals, {place}, {period}",
        metric=release_words.title(definition),
        **about,
    )
    what = phrase("groups of {place} compared", place=place)
    frame.table(release, caption, headings, cells, name=metric_id, data=rows, file=what)
