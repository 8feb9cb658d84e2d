"""The readings of a place's clocks for the chosen year, and those of the year before."""

from datetime import timedelta

from charts.cohorts import span
from charts.describe import is_pooled
from charts.time_readings import Readings
from release.read import Release
from views import case_flow_read, reading
from views.time_filters import Choice


def readings(release: Release, metric_ids, choice: Choice) -> Readings:
    """Of each metric the result of the chosen span, or of the shortest that holds it."""
    now, before = {}, {}
    for key in case_flow_read.known(release, metric_ids):
        row = reading.headline(release, key, choice.place, period=choice.period)
        if row is None:
            continue
        now[key] = row
        if earlier := _year_before(reading.counted_here(release, key, choice.place), row):
            before[key] = earlier
    return Readings(now, before)


def _year_before(rows: list[dict], row: dict) -> dict | None:
    """The result of the year that ends where this one begins; none for years taken together, whose lengths differ."""
    last = span(row)[0] - timedelta(days=1)
    found = [each for each in rows if each["period_end"] == last and not is_pooled(each)]
    return found[0] if found and not is_pooled(row) else None
