"""The way of complaints of one place, step by step, in the newest period that tells most of them."""

from charts.complaint_chain import METRICS, STEPS, chain, chain_chart
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
            f"{names.place(place)} reported nothing about complaints, which does not mean there were none."
        )
        return
    chart = chain_chart(found, names)
    if chart is None:
        frame.say(f"Too few steps of {names.place(place)} have a count that can be shown.")
    else:
        figure.draw(
            release,
            chart,
            key=f"{page} chain",
            name=page,
            told="These are counts of one period, not the fate of the same complaints: what is closed in "
            "it may have been received before.",
        )
    rows = [
        _cells(release, step, found[step.metric_id]) for step in STEPS if step.metric_id in found
    ]
    headings = ("Step", "Complaints", "Counted among", "Of so many", "How sure")
    frame.table(
        release,
        f"{names.place(place)}: the way of complaints",
        headings,
        rows,
        (1, 3),
        name=page,
        data=list(found.values()),
    )


def _cells(release: Release, step, row: dict) -> tuple:
    below = _count(row, "denominator") if step.metric_id != METRICS[0] else "Stands alone"
    return (
        link(step.words, step.metric_id),
        _count(row, "numerator"),
        f"{step.among[:1].upper()}{step.among[1:]}",
        below,
        marks.status(row, reading.definitions(release)[step.metric_id]),
    )


def _count(row: dict, column: str) -> str:
    return "Not shown" if row[column] is None else f"{row[column]:,.0f}"
