"""Metrics as rows: each one's newest number of a place, and beside it always the number of its counterpart."""

from charts import format as reads
from charts.describe import is_whole, limits_of, quality
from release.read import Release
from views import frame, held, marks, reading, results_table
from views.filters import place_label
from views.html import Markup, element, join, link, table
from views.summaries import Summary

HEADINGS = ("Metric", "Newest number", "How sure", "Its counterpart", "Its number", "How sure")
SEVERAL = "Several figures, on its page"


def show(release: Release, caption: str, found: list[Summary], place: str, *, name: str) -> None:
    """The table of `lines` with its file: the numbers, each beside its counterpart."""
    data = [each.row for each in found if each.row is not None]
    frame.table(release, caption, HEADINGS, lines(release, found, place), name=name, data=data)


def numbers(release: Release, caption: str, found: list[Summary], place: str) -> Markup:
    """The same table without a file."""
    return table(caption, HEADINGS, lines(release, found, place))


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
                link(definition["title"], each.metric_id, jurisdiction=_label(release, place)),
                element("div", definition["question"], class_="answerable-small"),
            ]
        )
        beside = "Not in this release"
        if pair:
            beside = link(pair["title"], each.pair_id, jurisdiction=_label(release, place))
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
            link(each["title"], each["metric_id"]),
            each["question"],
            link(reads.plain(each["metric_group"]), f"stage_{each['metric_group']}"),
            ", ".join(reading.lines(each["indicators"])) or "None",
            link(known[each["pair"]]["title"], each["pair"])
            if each["pair"] in known
            else "Not in this release",
        )
        for each in members
    ]
    headings = ("Metric", "Question", "Stage", "Indicators", "Counterpart")
    frame.table(release, "Metrics", headings, rows, name=name, data=members)


def _label(release: Release, place: str) -> str:
    return place_label(place, reading.labels(release))


def _number(release: Release, metric_id: str, row: dict | None) -> tuple:
    """Two cells: the number with interval and period, and how sure it is."""
    definition = reading.definitions(release).get(metric_id)
    if row is None or definition is None:
        is_held = metric_id in held.metrics_with_results(release)
        return (
            SEVERAL if is_held else "Nothing reported",
            "See its page" if is_held else "No number",
        )
    unit, currency = definition["value_unit"], row["currency"]
    limits = limits_of(row, unit) or ("complete count" if is_whole(row) else "")
    value = reads.value(row["value"], unit, currency)
    if row["blank"]:
        value, limits = "No number", ""
    elif quality(row) == "very_uncertain":
        value, limits = limits, ""
    period = reads.period(row["period_start"], row["period_end"])
    when = f"cohort of {period}" if row["period_kind"] == "cohort" else period
    horizon = reads.horizon(row["horizon_days"])
    when += f", within {horizon}" if horizon else ""
    names = reading.labels(release)
    crime = names.scope("all_crime") if row["scope"] == "all_crime" else ""
    by = f"published by {names.publication(row['origin'])}" if row["source"] == "official" else ""
    member = ""
    if row["breakdown"] not in ("total", "stage"):
        member = f"{names.category(row['breakdown'], row['category'])}, the largest part"
    lines = [element("strong", value or "No number"), limits, member, when, crime, by]
    return join(element("div", each) for each in lines if each), marks.status(row, definition)
