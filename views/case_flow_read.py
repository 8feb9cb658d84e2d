"""What the pages of case flow and time read: one place's results of a metric, about trafficking where told apart."""

from collections.abc import Callable, Iterable

from charts.cohorts import Span, in_words, span, spans
from charts.labels import Labels
from languages import phrase
from release.read import Release
from views import frame, reading
from views.filters import metric_link
from views.html import Markup
from views.sentences import blank_counts
from views.summaries import summary

LATEST = "latest"
"""Stands for the newest span with a number, in the filter of cohorts and periods."""


def followed(found: Iterable[dict], days: int | None) -> list[dict]:
    """Those followed so long."""
    return [row for row in found if row["horizon_days"] == days]


def known(release: Release, metric_ids: Iterable[str]) -> tuple[str, ...]:
    """Those this release defines."""
    definitions = reading.definitions(release)
    return tuple(key for key in metric_ids if key in definitions)


def span_words(found: Iterable[dict], latest: str) -> Callable[[], dict]:
    """Says the choices of a filter: the newest with a number, in the words `latest`, then every span, newest first."""
    known = spans(list(found))
    return lambda: {LATEST: phrase(latest)} | {days: in_words(days) for days in known}


def wanted(chosen) -> Span | None:
    """The span behind a choice; None for the newest with a number."""
    return None if chosen in (None, LATEST) else chosen


def titled(
    release: Release,
    metric_id: str,
    place: str,
    period: Span | None,
    horizon: int | None = None,
) -> Markup:
    """The title of a metric as a link to all about it at this place, for the chosen span and follow-up."""
    row = summary(release, metric_id, place, period, horizon=horizon).row
    return metric_link(release, metric_id, place, row)


def why_none(found: list[dict], place: str, names: Labels) -> str:
    """Why there is nothing to draw: nothing was reported, or for which reasons numbers are missing."""
    where = names.place(place)
    if not found:
        return phrase("No number: nothing is published here for {place}.", place=where)
    none = phrase("No number can be shown for {place}.", place=where)
    return f"{none} {blank_counts(found)}".strip()


def say_span(used: list[dict], asked: Span | None) -> None:
    """Says where the span asked for, of a cohort, was not published by itself, or not at all."""
    if asked is None:
        return
    told = {span(row) for row in used}
    if not told:
        frame.say(
            phrase("Nothing was published for the cohort of {period}.", period=in_words(asked))
        )
    elif told != {asked}:
        together = ", ".join(sorted(in_words(days) for days in told))
        frame.say(
            phrase(
                "{period} was published only as part of {together}.",
                period=in_words(asked),
                together=together,
            )
        )
