"""Metrics as rows: each one's newest number of a place, and beside it always the number of its counterpart."""

from charts import format as reads
from charts import release_words
from charts.describe import is_whole, limits_of, quality
from languages import later, phrase, phrase_in
from release.read import Release
from views import frame, held, marks, reading, results_table
from views.filters import metric_link
from views.html import Markup, element, join, link, table
from views.summaries import Summary

BESIDE = (later("How sure"), later("Its counterpart"), later("Its number"), later("How sure"))
HEADINGS = (later("Metric"), later("Newest number"), *BESIDE)
SEVERAL = later("Several figures, on its page")


def show(
    release: Release,
    caption: str,
    found: list[Summary],
    place: str,
    *,
    name: str,
    of_period: bool = False,
) -> None:
    """The table of `lines` with its file: the numbers, each beside its counterpart; of a chosen period or the newest."""
    data = [each.row for each in found if each.row is not None]
    headings = list(map(phrase, HEADINGS))
    if of_period:
        headings[1] = phrase_in("value", "Number")
    frame.table(release, caption, headings, lines(release, found, place), name=name, data=data)


def numbers(release: Release, caption: str, found: list[Summary], place: str) -> Markup:
    """The same table without a file."""
    return table(caption, tuple(map(phrase, HEADINGS)), lines(release, found, place))


def download(release: Release, found: list[Summary], name: str, what: str) -> None:
    """The numbers of such a table as CSV; each carries its counterpart."""
    rows = [each.row for each in found if each.row is not None]
    if rows:
        results_table.download(release, rows, name, what)


def lines(release: Release, found: list[Summary], place: str) -> list[tuple]:
    """One row a metric, with the question it answers."""
    definitions = reading.definitions(release)
    rows = []
    for each in found:
        definition, pair = definitions[each.metric_id], definitions.get(each.pair_id)
        head = join(
            [
                metric_link(release, each.metric_id, place, each.row),
                element("div", release_words.question(definition), class_="answerable-small"),
            ]
        )
        beside = phrase("Not in this release")
        if pair:
            beside = metric_link(release, each.pair_id, place, each.pair)
        rows.append(
            (
                head,
                *_number(release, each.metric_id, each.row),
                beside,
                *_number(release, each.pair_id, each.pair),
            )
        )
    return rows


def definitions(release: Release, members: list[dict], *, name: str) -> None:
    """Metrics without their numbers: what they ask, which indicators they answer, what stands beside them."""
    known = reading.definitions(release)
    rows = [
        (
            link(release_words.title(each), each["metric_id"]),
            release_words.question(each),
            link(reads.plain(each["metric_group"]), f"stage_{each['metric_group']}"),
            ", ".join(reading.lines(each["indicators"])) or phrase("None"),
            link(release_words.title(known[each["pair"]]), each["pair"])
            if each["pair"] in known
            else phrase("Not in this release"),
        )
        for each in members
    ]
    headings = (phrase("Metric"), phrase("Question"), phrase("Stage"), phrase("Indicators"))
    headings += (phrase("Counterpart"),)
    frame.table(release, phrase("Metrics"), headings, rows, name=name, data=members)


def _number(release: Release, metric_id: str, row: dict | None) -> tuple:
    """Two cells: the number with interval and period, and how sure it is."""
    definition = reading.definitions(release).get(metric_id)
    if row is None or definition is None:
        is_held = metric_id in held.metrics_with_results(release)
        return (
            phrase(SEVERAL) if is_held else phrase("Nothing reported"),
            phrase("See its page") if is_held else phrase("No number"),
        )
    unit, currency = definition["value_unit"], row["currency"]
    limits = limits_of(row, unit) or (phrase("complete count") if is_whole(row) else "")
    value = reads.value(row["value"], unit, currency)
    if row["blank"]:
        value, limits = phrase("No number"), ""
    elif quality(row) == "very_uncertain":
        value, limits = limits, ""
    period = reads.period(row["period_start"], row["period_end"])
    when = phrase("cohort of {period}", period=period) if row["period_kind"] == "cohort" else period
    horizon = reads.horizon(row["horizon_days"])
    if horizon:
        when = phrase("{moment}, within {horizon}", moment=when, horizon=horizon)
    names = reading.labels(release)
    crime = names.scope("all_crime") if row["scope"] == "all_crime" else ""
    by = ""
    if row["source"] == "official":
        by = phrase("published by {publication}", publication=names.publication(row["origin"]))
    member = ""
    if row["breakdown"] not in ("total", "stage"):
        member = phrase(
            "{part}, the largest part", part=names.category(row["breakdown"], row["category"])
        )
    older = reading.no_newer(release, row)
    lines = [
        element("strong", value or phrase("No number")),
        limits,
        member,
        when,
        older,
        crime,
        by,
    ]
    return join(element("div", each) for each in lines if each), marks.status(row, definition)
