"""One metric of one place by the parts of a detail, in the newest period that tells them apart."""

from charts import format as reads
from charts.choose import newest
from charts.describe import quality
from charts.from_results import by_category
from charts.seen import titled
from release.read import Release
from views import figure, frame, metric_charts, reading, results_table
from views.sentences import blank_counts, spread


def show(
    release: Release, metric_id: str, place: str, page: str, *, breakdown: str, what: str
) -> None:
    """Bars and table; a sentence where parts are hidden; nothing where the metric tells no parts at all.

    `what` is a part in words, as in `kind of request`.
    """
    definition = reading.definitions(release).get(metric_id)
    if definition is None:
        return
    rows = reading.results(release, metric_id, jurisdiction=place, breakdown=breakdown)
    rows = [row for row in rows if row["scope"] == "trafficking"] or rows
    if not rows:
        return
    last = newest(rows)
    days = ("period_start", "period_end", "horizon_days")
    rows = [row for row in rows if all(row[name] == last[name] for name in days)]
    names = reading.labels(release)
    when = reads.period(last["period_start"], last["period_end"])
    chart = by_category(definition, rows, breakdown, names)
    if chart is None:
        frame.part(f"{definition['title']}, by {what}")
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
        what=f"{names.place(place)} {when} by {what}",
        by=(f"{what[:1].upper()}{what[1:]}", lambda r: names.category(breakdown, r["category"])),
    )


def _seen(rows: list[dict], definition: dict, names, when: str) -> str:
    """The parts with the lowest and the highest number, by name: no judgment, only the ends."""
    title = definition["title"]
    head = f"In {names.place(rows[0]['jurisdiction'])}, {title[:1].lower()}{title[1:]}, {when}"
    told = [row for row in rows if quality(row) not in ("blank", "very_uncertain")]
    if not told:
        return f"{head}: intervals only"
    told.sort(key=lambda row: row["value"])

    def said(row: dict) -> str:
        name = names.category(row["breakdown"], row["category"])
        return f"{reads.value(row['value'], definition['value_unit'], row['currency'])} ({name})"

    ends = list(dict.fromkeys([said(told[0]), said(told[-1])]))
    return f"{head}: {' to '.join(ends)}"


def _without(rows: list[dict], when: str) -> str:
    told = [row for row in rows if quality(row) != "blank"]
    head = "One part has a number" if told else "No part has a number that can be shown"
    return f"{head} in {when}. {blank_counts(rows)}".strip()
