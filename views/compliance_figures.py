"""The rows of results that a cell's figures are: counts, value, interval, status, each beside its counterpart."""

from charts import format as reads
from charts import release_words
from charts.describe import counts, is_whole, limits_of, statement
from charts.format import is_missing
from languages import phrase
from release.read import Release
from views import compliance_read, frame, marks, reading
from views.filled import filled
from views.filters import metric_link, number_link
from views.html import Markup, element, join, nowrap

SAME = (
    *("scope", "origin", "period_start", "period_end", "horizon_days"),
    *("breakdown", "category", "currency"),
)
"""Columns by which a figure of the evidence names its row of results, beside metric, place and source."""


def show(release: Release, cell: dict, pieces: list[dict]) -> None:
    """The section; nothing where no figure bears on the duty."""
    pieces = [row for row in pieces if row["metric_id"]]
    if not pieces:
        return
    frame.section(phrase("The figures, row by row"))
    found = [row for piece in pieces if (row := result_of(release, piece))]
    frame.note(
        phrase(
            "Each is a row of the table results. Its metric has a page with the definition, the caveats and "
            "the SQL that counts it."
        )
    )
    if len(found) < len(pieces):
        frame.say(phrase("Some of the figures are not told in this release."))
    if not found:
        return
    names = reading.labels(release)
    rows = [_cells(release, row, names) for row in found]
    headings = (
        phrase("Metric"),
        phrase("Period"),
        phrase("Value"),
        phrase("95% interval"),
        phrase("Counted"),
        phrase("How sure"),
        phrase("Counterpart"),
    )
    frame.table(
        release,
        phrase("Results that bear on this duty"),
        headings,
        rows,
        (2, 3),
        name=compliance_read.CELL_PAGE,
        data=found,
        is_wide=True,
        file="figures",
    )


def result_of(release: Release, piece: dict) -> dict | None:
    """The row of results that a piece of evidence is made of; None where the release tells none."""
    rows = reading.results(
        release,
        piece["metric_id"],
        jurisdiction=piece["jurisdiction"],
        source=piece["result_source"],
    )
    alike = [row for row in rows if all(row[name] == piece[name] for name in SAME)]
    return alike[0] if alike else None


def _cells(release: Release, row: dict, names) -> tuple:
    definition = reading.definitions(release)[row["metric_id"]]
    unit, currency = definition["value_unit"], row["currency"]
    limits = limits_of(row, unit)
    value = (
        reads.value(row["value"], unit, currency)
        if is_missing(row["blank"])
        else phrase("No number")
    )
    return (
        _page(release, row, definition, names),
        _period(row),
        value,
        nowrap(limits or (phrase("Complete count") if is_whole(row) else phrase("None"))),
        counts(row, definition, names) or phrase("Not shown"),
        marks.status(row, definition),
        _beside(release, row, definition, names),
    )


def _page(release: Release, row: dict, definition: dict, names) -> Markup:
    page = number_link(release, release_words.title(definition), row)
    about = [] if row["scope"] == "trafficking" else [names.scope(row["scope"])]
    if row["category"] != "total":
        about.append(names.category(row["breakdown"], row["category"]))
    if row["source"] == "official":
        about.append(
            phrase("published by {publication}", publication=names.publication(row["origin"]))
        )
    return join([page, *(element("span", each, class_="answerable-aside") for each in about)])


def _period(row: dict) -> str:
    horizon = reads.horizon(row["horizon_days"])
    period = reads.period(row["period_start"], row["period_end"])
    if not horizon:
        return period
    return phrase("{period}, within {horizon}", period=period, horizon=horizon)


def _beside(release: Release, row: dict, definition: dict, names) -> Markup | str:
    pair = reading.definitions(release).get(definition["pair"])
    if pair is None:
        return phrase("Not in this release")
    other = reading.counterparts(release, row["metric_id"]).of(row)
    said = statement(other, pair, names) if other else phrase("not told for this period")
    title = metric_link(release, pair["metric_id"], row["jurisdiction"], other)
    return filled(phrase("{title}: {said}"), title=title, said=said)
