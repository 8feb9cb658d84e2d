"""The headline numbers of one place over the years, side by side."""

from charts.chart import Chart
from charts.multiples import lines_of_metrics
from charts.select import one_span
from languages import decimal, phrase, phrase_for, whole
from release.read import Release
from views import figure, found_series, frame, headlines, reading
from views.cached import said_resource
from views.filters import place_address
from views.html import join, link
from views.profile_told import ADDRESS
from views.sentences import has_moved


def show(release: Release, place: str) -> None:
    """The section; none where no headline number can be drawn over time."""
    chart = _chart(release, release.release_id, place)
    if chart is None:
        return
    frame.section(phrase("Over time"))
    label = place_address(place, reading.labels(release))
    trends = link(phrase("Trends"), "trends", jurisdiction=label)
    told = join([_signals(release, place), " ", trends, "."])
    figure.draw(release, chart, key="chart over time", name=ADDRESS, told=told)


def _signals(release: Release, place: str) -> str:
    """What all series of the place say that are long enough to be judged, headline or not."""
    series = found_series.judged(release, place)
    if not series:
        return phrase(
            "No series of this place is long enough to tell a change from its usual ups and downs."
        )
    shown = sum(any(row["signal"] for row in rows) for rows in series.values())
    return phrase_for(
        len(series),
        "Of {number} number of this place followed long enough to be judged, {shown} changed by more than "
        "usual ups and downs; if nothing had changed, about {expected} would seem to.",
        "Of {number} numbers of this place followed long enough to be judged, {shown} changed by more than "
        "usual ups and downs; if nothing had changed, about {expected} would seem to.",
        shown=whole(shown),
        expected=decimal(found_series.expected_signals(series), 1),
    )


@said_resource(max_entries=64, show_spinner=False)
def _chart(_release: Release, release_id: str, place: str) -> Chart | None:
    definitions, names = reading.definitions(_release), reading.labels(_release)
    of_metric = {}
    for key in headlines.metrics(_release):
        if rows := one_span(reading.history(_release, key, place)):
            of_metric[key] = rows
    judged = [moved for rows in of_metric.values() if (moved := has_moved(rows)) is not None]
    name = names.place(place)
    return lines_of_metrics(
        {key: definitions[key] for key in of_metric},
        [row for rows in of_metric.values() for row in rows],
        names,
        title=_title(judged, name),
        subtitle=phrase("Headline numbers with their 95% intervals, {place}", place=name),
    )


def _title(judged: list[bool], name: str) -> str:
    if not judged:
        return phrase(
            "No headline number of {place} has two years that could be compared", place=name
        )
    if len(judged) == 1:
        if judged[0]:
            return phrase(
                "The one headline number of {place} with two years to compare changed between the first and "
                "the last year so far that their intervals do not meet",
                place=name,
            )
        return phrase(
            "The one headline number of {place} with two years to compare did not change between the first "
            "and the last year so far that their intervals do not meet",
            place=name,
        )
    if not sum(judged):
        return phrase(
            "None of {count} headline numbers of {place} changed between the first and the last year so far "
            "that their intervals do not meet",
            count=whole(len(judged)),
            place=name,
        )
    return phrase_for(
        sum(judged),
        "{number} of {all} headline numbers of {place} changed between the first and the last year so far "
        "that their intervals do not meet",
        "{number} of {all} headline numbers of {place} changed between the first and the last year so far "
        "that their intervals do not meet",
        all=whole(len(judged)),
        place=name,
    )
