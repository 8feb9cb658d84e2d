"""How much of the money awarded has been paid, by the route it was awarded on."""

from charts import format as reads
from charts.select import of_period, unknown_last
from languages import phrase
from release.read import Release
from views import frame, reading, results_table, sentences
from views.period_choice import Period, days

PAID = "compensation_paid"
ROUTE = "compensation_route"


def show(release: Release, place: str, period: Period, currency: str | None) -> None:
    """A sentence and a table; nothing where no route is told apart."""
    if PAID not in reading.definitions(release):
        return
    rows = reading.counted_here(release, PAID, place, ROUTE)
    rows = [row for row in rows if row["currency"] in (None, currency)]
    rows = of_period(rows, period)
    if not rows:
        return
    definition, names = reading.definitions(release)[PAID], reading.labels(release)
    rows = unknown_last(sorted(rows, key=lambda row: names.category(ROUTE, row["category"])))
    frame.part(phrase("Paid of the money awarded, by route"))
    frame.say(sentences.spread(rows, definition, names, by=ROUTE))
    results_table.show(
        release,
        rows,
        definition,
        names,
        what=phrase(
            "{place} {period} by route",
            place=names.place(place),
            period=reads.period(*days(rows[0])),
        ),
        by=(phrase("Route"), lambda row: names.category(ROUTE, row["category"])),
    )
