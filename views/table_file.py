"""Rows as CSV: as the release holds them, each number beside its counterpart; or the cells of a table as shown."""

from collections.abc import Iterable, Sequence
from datetime import date

from charts.format import is_missing
from charts.linkage import linkage, rests_on_linkage
from release.read import Release
from reports.safe_text import LINE_END, safe_field
from views import reading
from views.html import text_of


def csv(release: Release, rows: list[dict]) -> bytes:
    """The rows, each with its counterpart, the release they come from, and whether its numbers are made up."""
    # Loaded only where somebody takes a file away.
    import pandas as pd

    told = [row | _linked(release, row) | _beside(release, row) for row in rows]
    frame = pd.DataFrame(told)
    for column in frame.columns:
        if any(isinstance(cell, date) for cell in frame[column]):
            frame[column] = frame[column].map(
                lambda day: "" if is_missing(day) else f"{day:%Y-%m-%d}"
            )
        frame[column] = frame[column].map(safe_field)
    frame.columns = [safe_field(name) for name in frame.columns]
    frame.insert(0, "release_id", release.release_id)
    frame.insert(1, "data", "SYNTHETIC" if release.is_synthetic else "reported")
    return frame.to_csv(index=False, lineterminator=LINE_END).encode("utf-8-sig")


def _linked(release: Release, row: dict) -> dict:
    """What linkage leaves out of the number, as a column; none for metrics that need no linkage."""
    definition = reading.definitions(release).get(row.get("metric_id"), {})
    is_figure = "numerator" in row and rests_on_linkage(definition)
    return {"linkage": linkage(row, definition)} if is_figure else {}


def _beside(release: Release, row: dict) -> dict:
    """The columns of the counterpart; none for rows that are no numbers of a metric."""
    if not {"metric_id", "jurisdiction", "period_start"} <= set(row):
        return {}
    # Evidence holds figures and statements alike; a statement is no number of a metric.
    if row["metric_id"] not in reading.definitions(release):
        return {}
    beside = reading.counterparts(release, row["metric_id"])
    if "grain" in row:
        return _point_beside(release, row, beside.definition["metric_id"])
    return beside.columns(row)


def _point_beside(release: Release, row: dict, pair: str) -> dict:
    """The same for a point of a series: the point of the counterpart's series of the same days."""
    # A question a series, not one a point: files of all series hold thousands of points.
    about = {name: row[name] for name in ("scope", "jurisdiction")}
    days = [row["period_start"], row["period_end"]]
    found = reading.rows(release, "trends", metric_id=pair, **about)
    beside = next((r for r in found if [r["period_start"], r["period_end"]] == days), {})
    told = {f"pair_{name}": beside.get(name) for name in ("numerator", "denominator", "value")}
    return {"pair_metric_id": pair} | told


def cells_csv(release: Release, headings: Sequence, rows: Iterable[Sequence]) -> bytes:
    """A table as it was shown, one line a cell's text."""
    names = []
    for heading in map(text_of, headings):
        # Two columns of one name would become one.
        names.append(f"{heading} ({names.count(heading) + 1})" if heading in names else heading)
    told = [dict(zip(names, map(text_of, row), strict=True)) for row in rows]
    return csv(release, told)
