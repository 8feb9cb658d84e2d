"""Three lines of re-trafficking for one cohort, and below them how much of its time was in sight."""

from collections.abc import Sequence
from dataclasses import replace

from charts import format as reads
from charts.chart import Chart
from charts.curves import with_bounds
from charts.format import is_missing
from charts.joining import with_commas
from charts.labels import Labels
from languages import later, phrase

NAMES = (
    later("estimate"),
    later("lowest: those known"),
    later("highest: with all lost"),
)
COUNTED = (later("known"), later("in the cohort"))
IN_SIGHT = later("Part of the time in sight")
MONTH = 365 / 12


def three_lines(
    definition: dict,
    rows: Sequence[dict],
    followed: dict[int, float],
    labels: Labels,
    *,
    title: str,
    subtitle: str,
) -> Chart | None:
    """`rows` are the horizons of one cohort; `followed` is the share of time in sight, by horizon in days.

    None where neither an estimate nor bounds are known.
    """
    words = {"title": title, "subtitle": subtitle, "since": phrase("Months after exit")}
    chart = with_bounds(definition, rows, labels, **words, counted=COUNTED, names=NAMES)
    if chart is None or not followed:
        return chart
    by_months = {f"{days / MONTH:.0f}": share for days, share in followed.items()}
    told = tuple(_share(by_months.get(each)) for each in chart.categories)
    listed = with_commas(
        phrase("{share} within {months} months", share=share, months=each)
        for each, share in zip(chart.categories, told, strict=True)
        if share
    )
    in_sight = phrase(IN_SIGHT)
    said = f" {phrase('{about}: {said}.', about=in_sight, said=listed)}" if listed else ""
    return replace(chart, under=(*chart.under, (in_sight, told)), alt=chart.alt + said)


def _share(found: float | None) -> str:
    return "" if is_missing(found) else reads.value(found, "share")
