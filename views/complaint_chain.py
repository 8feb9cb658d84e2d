"""The way of complaints of one place, step by step, in the newest period that tells most of them."""

from charts.complaint_chain import METRICS, STEPS, chain, chain_chart
from languages import phrase, whole
from release.read import Release
from views import figure, frame, marks, reading
from views.html import link


def of_place(release: Release, place: str) -> dict[str, dict]:
    """Metric -> the row its step is taken from; {} where the place has none."""
    known = reading.definitions(release)
    rows = [
        row
        for key in METRICS
        if key in known
        for row in reading.results(release, key, jurisdiction=place, breakdown="total")
    ]
    return chain([row for row in rows if row["scope"] == "trafficking"] or rows)


def show(release: Release, found: dict[str, dict], place: str, page: str) -> None:
    """Chart and table of the steps."""
    names = reading.labels(release)
    if not found:
        frame.say(
            phrase(
                "{place} reported nothing about complaints, which does not mean there were none.",
                place=names.place(place),
            )
        )
        return
    chart = chain_chart(found, names)
    if chart is None:
        frame.say(
            phrase(
                "Too few steps of {place} have a count that can be shown.", place=names.place(place)
            )
        )
    else:
        figure.draw(
            release,
            chart,
            key=f"{page} chain",
            name=page,
            told=phrase(
                "These are counts of one period, not the fate of the same complaints: what is closed in "
                "it may have been received before."
            ),
        )
    rows = [
        _cells(release, step, found[step.metric_id]) for step in STEPS if step.metric_id in found
    ]
    headings = (
        phrase("Step"),
        phrase("Complaints"),
        phrase("Counted among"),
        phrase("Of so many"),
        phrase("How sure"),
    )
    frame.table(
        release,
        phrase("{place}: the way of complaints", place=names.place(place)),
        headings,
        rows,
        (1, 3),
        name=page,
        data=list(found.values()),
    )


def _cells(release: Release, step, row: dict) -> tuple:
    stands_alone = step.metric_id == METRICS[0]
    below = phrase("Stands alone") if stands_alone else _count(row, "denominator")
    among = phrase(step.among)
    return (
        link(phrase(step.words), step.metric_id),
        _count(row, "numerator"),
        f"{among[:1].upper()}{among[1:]}",
        below,
        marks.status(row, reading.definitions(release)[step.metric_id]),
    )


def _count(row: dict, column: str) -> str:
    return phrase("Not shown") if row[column] is None else whole(row[column])
