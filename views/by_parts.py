"""One metric of one place by the parts of a detail, in the newest period that tells them apart."""

from charts import format as reads
from charts import release_words
from charts.describe import quality
from charts.from_results import by_category
from charts.seen import titled
from charts.select import of_nearest_horizon, of_newest_period
from languages import phrase
from release.read import Release
from views import figure, frame, metric_charts, reading, results_table
from views.sentences import blank_counts, spread


def show(
    release: Release, metric_id: str, place: str, page: str, *, breakdown: str, what: str
) -> None:
    """Bars and table; a sentence where parts are hidden; nothing where the metric tells no parts at all.

    `what` is a part in words, as in `kind of request`: a constant of the catalogue.
    """
    definition = reading.definitions(release).get(metric_id)
    if definition is None:
        return
    rows = reading.results(release, metric_id, jurisdiction=place, breakdown=breakdown)
    rows = [row for row in rows if row["scope"] == "trafficking"] or rows
    if not rows:
        return
    rows = of_newest_period(of_nearest_horizon(rows))
    last = rows[0]
    names, what = reading.labels(release), phrase(what)
    when = reads.period(last["period_start"], last["period_end"])
    chart = by_category(definition, rows, breakdown, names)
    if chart is None:
        title = release_words.title(definition)
        frame.part(phrase("{title}, by {what}", title=title, what=what))
        frame.say(_without(rows, when))
        if not any(quality(row) != "blank" for row in rows):
            return
    else:
        figure.draw(
            release,
            titled(chart, _seen(rows, definition, names, when)),
            key=f"{page} {metric_id} {breakdown}",
            name=page,
            told=f"{spread(rows, definition, names, by=breakdown)} "
            f"{metric_charts.covered(rows[0], names)}",
        )
    results_table.show(
        release,
        rows,
        definition,
        names,
        what=phrase("{place} {when} by {what}", place=names.place(place), when=when, what=what),
        by=(f"{what[:1].upper()}{what[1:]}", lambda r: names.category(breakdown, r["category"])),
    )


def _seen(rows: list[dict], definition: dict, names, when: str) -> str:
    """The parts with the lowest and the highest number, by name: no judgment, only the ends."""
    title = release_words.title(definition)
    head = phrase(
        "In {place}, {measure}, {when}",
        place=names.place(rows[0]["jurisdiction"]),
        measure=f"{title[:1].lower()}{title[1:]}",
        when=when,
    )
    told = [row for row in rows if quality(row) not in ("blank", "very_uncertain")]
    if not told:
        return phrase("{head}: intervals only", head=head)
    told.sort(key=lambda row: row["value"])

    def said(row: dict) -> str:
        name = names.category(row["breakdown"], row["category"])
        return f"{reads.value(row['value'], definition['value_unit'], row['currency'])} ({name})"

    low, high = said(told[0]), said(told[-1])
    if low == high:
        return phrase("{head}: {value}", head=head, value=low)
    return phrase("{head}: {low} to {high}", head=head, low=low, high=high)


def _without(rows: list[dict], when: str) -> str:
    told = [row for row in rows if quality(row) != "blank"]
    if told:
        head = phrase("One part has a number in {when}.", when=when)
    else:
        head = phrase("No part has a number that can be shown in {when}.", when=when)
    return f"{head} {blank_counts(rows)}".strip()
