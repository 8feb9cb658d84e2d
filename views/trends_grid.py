"""Small charts side by side: series between the limits of their own natural variation."""

from collections.abc import Sequence

from charts import release_words
from charts.icons import alerts_in_grid
from charts.multiples import of_metrics, of_places
from languages import phrase, phrase_for, whole
from release.read import Release
from views import figure, frame, metric_charts, reading
from views.compliance_filters import ALL
from views.trends_read import PAGE, Choice, Series

MOST_PANELS = 12
"""Small charts that a reader can look over at once."""


def show(release: Release, choice: Choice, found: Sequence[Series]) -> None:
    """The section; a sentence where no series is long enough."""
    frame.section(phrase("Signal or chance?"))
    judged = [each for each in found if each.is_judged]
    if not judged:
        frame.say(phrase("No series is long enough to be judged; those there are stand below."))
        return
    names, definitions = reading.labels(release), reading.definitions(release)
    panels = drawn(judged)
    rows = [row for each in panels for row in each.rows]
    covered = metric_charts.covered(rows[0] | {"source": "case"}, names)
    seen = _seen(judged)
    subtitle = phrase("Each series between the limits of its own natural variation.")
    told = {"subtitle": f"{subtitle} {covered}"}
    if choice.place == ALL:
        definition = definitions[choice.metric_id]
        told["title"] = phrase(
            "{metric}, all places: {seen}", metric=release_words.title(definition), seen=seen
        )
        chart = of_places(definition, rows, names, **told)
    else:
        told["title"] = phrase("In {place}, {seen}", place=names.place(choice.place), seen=seen)
        kept = {each.metric_id: definitions[each.metric_id] for each in panels}
        chart = of_metrics(kept, rows, names, **told)
    if chart is None:
        frame.note(phrase("No series has two numbers to draw; the table below has what there is."))
        return
    figure.draw(
        release, chart, key="chart trends", name=PAGE, told=_left_out(choice, judged, panels)
    )


def _seen(judged: Sequence[Series]) -> str:
    """How many series stand out by the rules for many charts."""
    calling = sum(bool(alerts_in_grid(each.rows)) for each in judged)
    if calling:
        return phrase_for(
            calling,
            "{number} of {series} stands out against its own past",
            "{number} of {series} stand out against their own past",
            series=phrase_for(len(judged), "{number} series", "{number} series"),
        )
    if any(each.signals and not each.is_leaning for each in judged):
        return phrase_for(
            len(judged),
            "none of {number} series stands out by the rules for many charts",
            "none of {number} series stands out by the rules for many charts",
        )
    if any(each.signals for each in judged):
        return phrase_for(
            len(judged),
            "{number} series shows no signal that can be relied on",
            "{number} series show no signal that can be relied on",
        )
    return phrase_for(
        len(judged), "{number} series shows no signal", "{number} series show no signal"
    )


def drawn(judged: Sequence[Series]) -> list[Series]:
    """At most MOST_PANELS series in the order given, those that stand out before the others."""
    calling = [each for each in judged if alerts_in_grid(each.rows)]
    first = [*calling, *(each for each in judged if each not in calling)][:MOST_PANELS]
    return [each for each in judged if each in first]


def _left_out(choice: Choice, judged: Sequence[Series], panels: Sequence[Series]) -> str:
    """Which rules call here, and how many series are not drawn."""
    said = phrase(
        "Among many charts only two rules call: a point outside the limits, and seven or more points "
        "in a row on one side of the middle; in a short series, a run longer than chance allows. "
        "Series whose signals are not to be relied on call nothing."
    )
    left = len(judged) - len(panels)
    if left:
        counted = {"left": whole(left), "all": whole(len(judged))}
        rest = (
            phrase("{left} of {all} series are not drawn: the table below has them.", **counted)
            if choice.place == ALL
            else phrase(
                "{left} of {all} series are not drawn: choose a stage to see them.", **counted
            )
        )
        said = f"{said} {rest}"
    return said
