"""Tiles: one number of one metric with its interval, its counts, how sure it is and, always, its counterpart."""

from collections.abc import Iterable

from charts import format as reads
from charts.describe import WITH_COUNTS, counts, is_whole, limits_of, moment, quality
from charts.format import is_missing
from charts.in_brief import range_of
from charts.release_words import inside, lower_first
from languages import phrase
from release.read import Release
from views import frame, held, marks, reading
from views.filled import filled
from views.filters import metric_link
from views.html import Markup, element, join
from views.summaries import Summary, summaries


def show(release: Release, metric_ids: Iterable[str], place: str) -> None:
    """A row of tiles, one a metric, each with its counterpart inside; see `tile`."""
    found = summaries(release, tuple(metric_ids), place)
    frame.html(together(tile(release, each, place) for each in found))


def together(tiles: Iterable[Markup]) -> Markup:
    """Tiles side by side; they wrap where the screen is narrow."""
    return element(
        "ul", join(element("li", each) for each in tiles), class_="answerable-tiles", role="list"
    )


def tile(release: Release, each: Summary, place: str, more: Iterable = ()) -> Markup:
    """One tile; `more` are further lines, as a response rate or what the unseen could change."""
    lines = [
        element(
            "p",
            metric_link(release, each.metric_id, place, each.row),
            class_="answerable-tile-name",
        ),
        *number(release, each.metric_id, each.row),
        *(element("p", line, class_="answerable-tile-more") for line in more),
    ]
    if each.pair_id in reading.definitions(release):
        value, sure = brief(release, each.pair_id, each.pair)
        when = elsewhen(each)
        beside = filled(
            phrase("Beside it: {metric}{when}: {value} {sure}"),
            metric=metric_link(release, each.pair_id, place, each.pair),
            when=when,
            value=value,
            sure=sure,
        )
        lines.append(element("p", beside, class_="answerable-tile-pair"))
    return join(lines)


def elsewhen(each: Summary) -> str:
    """When the counterpart is about, where that is not when the number is about; else empty."""
    if each.row is None or each.pair is None or moment(each.pair) == moment(each.row):
        return ""
    return phrase(", {moment}", moment=moment(each.pair))


def number(release: Release, metric_id: str, row: dict | None) -> list[Markup]:
    """The lines of one number: value, interval, counts, moment, how sure; or which kind of blank it is."""
    definition = reading.definitions(release)[metric_id]
    if row is None:
        return [
            element("p", phrase("No number"), class_="answerable-tile-value"),
            element("p", _silent(release, metric_id), class_="answerable-tile-more"),
        ]
    value, limits = parts(row, definition)
    names = reading.labels(release)
    is_counted = is_missing(row["blank"]) or row["blank"] in WITH_COUNTS
    counted = counts(row, definition, names) if is_counted else ""
    when = moment(row)
    return [
        element("p", value, class_="answerable-tile-value"),
        *(
            element("p", line, class_="answerable-tile-more")
            for line in (
                *(limits, counted, f"{when[:1].upper()}{when[1:]}"),
                reading.no_newer(release, row),
            )
            if line
        ),
        element("p", marks.status(row, definition), class_="answerable-tile-more"),
    ]


def brief(release: Release, metric_id: str, row: dict | None) -> tuple:
    """The number in one line, and how sure it is."""
    if row is None:
        return inside(_silent(release, metric_id)), ""
    value, limits = parts(row, reading.definitions(release)[metric_id], is_brief=True)
    said = (
        phrase("{value} ({limits})", value=value, limits=lower_first(limits)) if limits else value
    )
    return element("strong", said), marks.status(row)


def parts(row: dict, definition: dict, *, is_brief: bool = False) -> tuple[str, str]:
    """The number or why there is none, and its interval in words; either may be all there is.

    `is_brief` leaves out that a pair of limits is the interval.
    """
    unit, currency = definition["value_unit"], row["currency"]
    if not is_missing(row["blank"]):
        between = range_of(row, unit) if row["bound_lower"] != row["bound_upper"] else ""
        if not between:
            return phrase("No number"), ""
        return phrase("No number"), phrase(
            "Between {limits}, whatever the open cases bring", limits=between
        )
    limits = limits_of(row, unit)
    if quality(row) == "very_uncertain":
        return limits, phrase("Interval only")
    value = reads.value(row["value"], unit, currency)
    if limits:
        return value, limits if is_brief else phrase("95% interval {limits}", limits=limits)
    return value, phrase("Complete count") if is_whole(row) else ""


def _silent(release: Release, metric_id: str) -> str:
    is_held = metric_id in held.metrics_with_results(release)
    return phrase("Nothing sums it up here") if is_held else phrase("Nobody reported on it")
