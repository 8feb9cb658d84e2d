"""Small charts side by side: series between the limits of their own natural variation."""

from collections.abc import Sequence

from charts.format import many
from charts.icons import alerts_in_grid
from charts.multiples import of_metrics, of_places
from release.read import Release
from views import figure, frame, metric_charts, reading
from views.compliance_filters import ALL
from views.trends_read import PAGE, Choice, Series

MOST_PANELS = 12
"""Small charts that a reader can look over at once."""


def show(release: Release, choice: Choice, found: Sequence[Series]) -> None:
    """The section; a sentence where no series is long enough."""
    frame.section("Signal or chance?")
    judged = [each for each in found if each.is_judged]
    if not judged:
        frame.say("No series is long enough to be judged; those there are stand below.")
        return
    names, definitions = reading.labels(release), reading.definitions(release)
    panels = drawn(judged)
    rows = [row for each in panels for row in each.rows]
    covered = metric_charts.covered(rows[0] | {"source": "case"}, names)
    seen = _seen(judged)
    told = {"subtitle": f"Each series between the limits of its own natural variation. {covered}"}
    if choice.place == ALL:
        definition = definitions[choice.metric_id]
        told["title"] = f"{definition['title']}, all places: {seen}"
        chart = of_places(definition, rows, names, **told)
    else:
        told["title"] = f"In {names.place(choice.place)}, {seen}"
        kept = {each.metric_id: definitions[each.metric_id] for each in panels}
        chart = of_metrics(kept, rows, names, **told)
    if chart is None:
        frame.note("No series has two numbers to draw; the table below has what there is.")
        return
    figure.draw(
        release, chart, key="chart trends", name=PAGE, told=_left_out(choice, judged, panels)
    )


def _seen(judged: Sequence[Series]) -> str:
    """How many series stand out by the rules for many charts."""
    calling = sum(bool(alerts_in_grid(each.rows)) for each in judged)
    count = many(len(judged), "series", "series")
    shows = "shows" if len(judged) == 1 else "show"
    if calling:
        own = "stands out against its" if calling == 1 else "stand out against their"
        return f"{calling} of {count} {own} own past"
    if any(each.signals and not each.is_leaning for each in judged):
        return f"none of {count} stands out by the rules for many charts"
    if any(each.signals for each in judged):
        return f"{count} {shows} no signal that can be relied on"
    return f"{count} {shows} no signal"


def drawn(judged: Sequence[Series]) -> list[Series]:
    """At most MOST_PANELS series in the order given, those that stand out before the others."""
    calling = [each for each in judged if alerts_in_grid(each.rows)]
    first = [*calling, *(each for each in judged if each not in calling)][:MOST_PANELS]
    return [each for each in judged if each in first]


def _left_out(choice: Choice, judged: Sequence[Series], panels: Sequence[Series]) -> str:
    """Which rules call here, and how many series are not drawn."""
    said = (
        "Among many charts only two rules call: a point outside the limits, and seven or more points "
        "in a row on one side of the middle; in a short series, a run longer than chance allows. "
        "Series whose signals are not to be relied on call nothing."
    )
    left = len(judged) - len(panels)
    if left:
        way = "the table below has them" if choice.place == ALL else "choose a stage to see them"
        said += f" {left} of {len(judged)} series are not drawn: {way}."
    return said
