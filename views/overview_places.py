"""The places, by name: how duties stand and the numbers that are asked for first, each beside its counterpart."""

import streamlit as st

from charts import format as reads
from charts import release_words
from charts.joining import in_turn
from languages import later, phrase, phrase_for
from release.read import Release
from views import compliance_read, found_duties, frame, headlines, held, marks, reading, tiles
from views.cached import said_resource
from views.filled import filled
from views.filters import place_address
from views.html import Markup, element, join, link
from views.summaries import Summary, of_places

ASKED_FIRST = (
    *("victims_conviction_within_3_years", "time_to_disposition", "survivor_satisfaction"),
    *("retrafficking", "reporting_completeness"),
)
MOST_METRICS = 5
MOST_ROWS = 40
"""Longer tables are folded up."""
NO_ROWS = later("Nothing reported")
PAIR, DAY = "answerable-cell-pair", "answerable-cell-day"


def show(release: Release) -> None:
    """The section."""
    headings, rows = _table(release, release.release_id)
    frame.section(phrase("Places"))
    frame.note(_how_to_read(release))
    caption = phrase_for(
        len(rows),
        "{number} place by name: newest numbers",
        "{number} places by name: newest numbers",
    )
    if len(rows) <= MOST_ROWS:
        frame.table(release, caption, headings, rows, name="overview", is_wide=True)
        return
    with st.expander(phrase("All {number} places", number=len(rows))):
        frame.table(release, caption, headings, rows, name="overview", is_wide=True)


def chosen(release: Release) -> tuple[str, ...]:
    """The metrics that are columns: those asked for first, else the first that have totals."""
    known = headlines.metrics(release)
    return tuple(key for key in ASKED_FIRST if key in known) or tuple(known[:MOST_METRICS])


def _how_to_read(release: Release) -> str:
    rows = [
        each.row
        for of_place in of_places(release, chosen(release)).values()
        for each in of_place
        if each.row
    ]
    said = [phrase("By name: this is no ranking, and places count and define differently.")]
    origins = {row["origin"] for row in rows if row["source"] == "official"}
    if origins:
        names = reading.labels(release)
        publications = in_turn(sorted(map(names.publication, origins)))
        others = phrase(
            "Published by somebody else, not counted here: {publications}.",
            publications=publications,
        )
        return " ".join([*said, others])
    if rows:
        said.append(
            phrase(
                "Every number stands beside the one that would show if it were improved at the cost of justice."
            )
        )
    return " ".join([*said, phrase("Follow a place to its profile.")])


# Many places take longer to put together than a page may.
@said_resource(max_entries=4, show_spinner=False)
def _table(_release: Release, release_id: str) -> tuple[list, list[tuple]]:
    names = reading.labels(_release)
    metrics = chosen(_release)
    found = of_places(_release, metrics)
    duties = {row["jurisdiction"]: [row] for row in found_duties.summary(_release, "all")}
    headings = [_small([phrase("Place"), phrase("Data up to")])]
    headings += [_small([phrase("Binding duties met"), phrase("Not met")])] if duties else []
    headings += [_heading(_release, key, found, metrics) for key in metrics]
    everybody = held.places(_release) | set(held.silent_places(_release))
    rows = []
    for place in sorted(everybody, key=names.place):
        summed = {each.metric_id: each for each in found.get(place, [])}
        told = [_number(_release, summed.get(key), metrics) for key in metrics]
        profile = link(
            names.place(place), "place_profile", jurisdiction=place_address(place, names)
        )
        gaps = _duties(_release, place, duties.get(place, [])) if duties else ()
        latest = _newest_day(_release, place)
        rows.append((_small([profile, element("span", latest, class_=DAY)]), *gaps, *told))
    return headings, rows


def _newest_day(release: Release, place: str) -> str:
    """Of what is counted here, or where nothing is, of what others published."""
    counted, published = (held.of_place(release, place, source) for source in ("case", "official"))
    if counted.results or not published.results:
        return reads.day(counted.latest) or phrase(NO_ROWS)
    return phrase("Others: {day}", day=reads.day(published.latest))


def _duties(release: Release, place: str, rows: list[dict]) -> tuple[Markup]:
    counted = found_duties.counted(rows)
    if not counted.applicable:
        return (_small([counted.words]),)
    gaps = phrase_for(counted.short, "{number} not met", "{number} not met")
    linked = compliance_read.page_link(release, gaps, place=place) if counted.short else gaps
    return (_small([counted.words, linked]),)


def _heading(release: Release, metric_id: str, found: dict, columns: tuple[str, ...]) -> Markup:
    """The metric, the follow-up that all its numbers share, and what stands beside them."""
    definitions = reading.definitions(release)
    lines = [link(release_words.title(definitions[metric_id]), metric_id)]
    rows = [each.row for of in found.values() for each in of if each.metric_id == metric_id]
    horizons = {reads.horizon(row["horizon_days"]) for row in rows if row}
    if len(horizons) == 1 and (horizon := horizons.pop()):
        lines.append(phrase("within {horizon}", horizon=horizon))
    pair = definitions.get(definitions[metric_id]["pair"])
    if pair and pair["metric_id"] not in columns:
        title = link(release_words.title(pair), pair["metric_id"])
        lines.append(filled(phrase("Beside it: {metric}"), metric=title))
    return _small(lines)


def _number(release: Release, each: Summary | None, columns: tuple[str, ...]) -> Markup | str:
    """The number, its period and how sure it is; below it its counterpart, where that has no column of its own."""
    if each is None or each.row is None:
        return phrase(NO_ROWS)
    lines = _lines(release, each.metric_id, each.row)
    if each.pair_id in reading.definitions(release) and each.pair_id not in columns:
        beside = (
            _lines(release, each.pair_id, each.pair, each.row)
            if each.pair
            else [phrase("Beside it: {metric}", metric=_no_pair(release, each.pair_id))]
        )
        lines.append(element("div", join(element("div", line) for line in beside), class_=PAIR))
    return _small(lines)


def _no_pair(release: Release, metric_id: str) -> str:
    """Figures of many kinds have no total in any place, which does not say that there are none."""
    is_told = metric_id in held.metrics_with_results(release)
    is_summed = bool(reading.summing_up(release, metric_id))
    if is_told and not is_summed:
        return phrase("no one number sums it up")
    return release_words.inside(phrase(NO_ROWS))


def _lines(release: Release, metric_id: str, row: dict, above: dict | None = None) -> list:
    """Value, interval, period where it is not that of the number `above`, how sure."""
    definition = reading.definitions(release)[metric_id]
    value, limits = tiles.parts(row, definition)
    period = reads.period(row["period_start"], row["period_end"])
    is_same = above and period == reads.period(above["period_start"], above["period_end"])
    if row["period_kind"] == "cohort":
        period = phrase("cohort of {period}", period=period)
    limits = limits.removeprefix(phrase("95% interval {limits}", limits=""))
    return [
        element("strong", value),
        *([limits] if limits else []),
        *([] if is_same else [period]),
        *([older] if (older := reading.no_newer(release, row)) else []),
        marks.status(row, definition),
    ]


def _small(lines: list) -> Markup:
    return element("div", join(element("div", line) for line in lines), class_="answerable-cell")
