"""Which rows of the stored comparisons belong to what a reader has chosen."""

from charts.select import by_column
from release.read import Release
from views import reading
from views.filters import Selection

SHARED = ("scope", "source", "origin", "unit_counted")
SAME = (*SHARED, "jurisdiction", "period_start", "period_end", "horizon_days")


def places(release: Release, selection: Selection) -> list[dict]:
    """The set of `comparisons` for the chosen years, else for the newest in which a place could be judged."""
    rows = reading.rows(release, "comparisons", metric_id=selection.metric_id)
    return with_status(release, _of_period(_alike(rows, selection), selection))


def with_status(release: Release, rows: list[dict]) -> list[dict]:
    """Rows of `comparisons` of one metric with the `status` of their results; None where no total has these days."""
    if not rows:
        return []
    results = reading.summing_up(release, rows[0]["metric_id"])
    found = {tuple(row[name] for name in SAME): row["status"] for row in results}
    return [row | {"status": found.get(tuple(row[name] for name in SAME))} for row in rows]


def groups(release: Release, selection: Selection) -> list[dict]:
    """The rows of `disparities` of the chosen place, chosen in the same way."""
    rows = reading.rows(
        release,
        "disparities",
        metric_id=selection.metric_id,
        jurisdiction=selection.jurisdiction,
    )
    return _of_period(_alike(rows, selection), selection)


def series(release: Release, selection: Selection) -> list[dict]:
    """The points of `trends` of the chosen place, oldest first."""
    if selection.strand["source"] == "official":
        return []
    rows = reading.rows(
        release,
        "trends",
        metric_id=selection.metric_id,
        jurisdiction=selection.jurisdiction,
        scope=selection.strand["scope"],
    )
    return sorted(rows, key=lambda row: row["period_start"])


def _alike(rows: list[dict], selection: Selection) -> list[dict]:
    rows = [row for row in rows if row["horizon_days"] == selection.horizon_days]
    return [row for row in rows if all(row[name] == selection.strand[name] for name in SHARED)]


def _of_period(rows: list[dict], selection: Selection) -> list[dict]:
    by_end = by_column(rows, "period_end")
    if not by_end:
        return []
    chosen = [r for r in rows if (r["period_start"], r["period_end"]) == selection.period]
    if chosen:
        return chosen
    told = {end for end, of_end in by_end.items() if any(not row["reason"] for row in of_end)}
    last = max(told or by_end)
    # The first block of years may be shorter for some places; those that share all its days go together.
    starts = by_column(by_end[last], "period_start")
    return max(starts.values(), key=len)
