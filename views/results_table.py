"""Results as a table people read and as the file they take away."""

from datetime import date

import pandas as pd
import streamlit as st

from charts import format as reads
from charts.describe import counts, is_whole, limits_of, quality
from charts.format import is_missing
from charts.labels import Labels
from charts.linkage import linkage, rests_on_linkage
from release.read import Release
from views import marks, reading
from views.html import nowrap, table


def _period(row: dict) -> str:
    if row["period_kind"] == "stock":
        return reads.day(row["period_end"])
    return reads.period(row["period_start"], row["period_end"])


RUN = ("=", "+", "-", "@", "\t", "\r")
"""Signs with which a text begins that spreadsheets take for a formula."""
BY_PERIOD = ("Period", _period)
"""Names the rows of a table by their period; the horizon stands in its caption."""


def show(release: Release, rows: list[dict], definition: dict, names: Labels, *, what: str, by):
    """The table with its download; `by` is (heading, row -> text) for the column that names the rows."""
    heading, naming = by
    with_bounds = any(_is_moved_by_unseen(row) for row in rows)
    headings = [heading, "Value", "95% interval", "Counted", "How sure"]
    is_official = all(row["source"] == "official" for row in rows)
    bounds = "Published only as" if is_official else "Range with all that is unseen"
    headings += [bounds] if with_bounds else []
    # Nobody can say of a published figure what was left out of it.
    headings += [] if is_official else ["Left out: fact missing"]
    dates = {row["as_of"] for row in rows}
    is_dated = len(dates) > 1
    headings += ["Data up to"] if is_dated else []
    cells = [_cells(row, naming, definition, names, with_bounds, is_dated) for row in rows]
    horizon = reads.horizon(rows[0]["horizon_days"]) if rows else ""
    caption = f"{definition['title']}: {what}" + (f", within {horizon}" if horizon else "")
    if not is_dated:
        caption += f"; data up to {_day(rows[0]) if rows else 'an unknown day'}"
    st.html(table(caption, headings, cells, numeric=(1, 2, 3)))
    download(release, rows, definition["metric_id"], what)


def download(release: Release, rows: list[dict], name: str, what: str) -> None:
    """A button that hands over these rows as CSV, as the release holds them; see `_as_text`."""
    st.download_button(
        f"Download {what} as CSV",
        lambda: csv(release, rows),
        file_name=file_name(release, name, what),
        mime="text/csv",
        key=f"csv {name} {what}",
        on_click="ignore",
    )


def csv(release: Release, rows: list[dict]) -> bytes:
    """The rows, each with its counterpart, the release they come from, and whether its numbers are made up."""
    told = [row | _linked(release, row) | _beside(release, row) for row in rows]
    frame = pd.DataFrame(told)
    for column in frame.columns:
        if any(isinstance(cell, date) for cell in frame[column]):
            frame[column] = frame[column].map(
                lambda day: "" if is_missing(day) else f"{day:%Y-%m-%d}"
            )
        frame[column] = frame[column].map(_as_text)
    frame.insert(0, "release_id", release.release_id)
    frame.insert(1, "data", "SYNTHETIC" if release.is_synthetic else "reported")
    return frame.to_csv(index=False).encode("utf-8-sig")


def _as_text(cell: object) -> object:
    """The cell; a text that a spreadsheet would run as a formula gets an apostrophe before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(RUN) else cell


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
        return _point_beside(release, row, beside.metric_id)
    return beside.columns(row)


def _point_beside(release: Release, row: dict, pair: str) -> dict:
    """The same for a point of a series: the point of the counterpart's series of the same days."""
    about = {name: row[name] for name in ("scope", "jurisdiction", "period_start", "period_end")}
    found = reading.rows(release, "trends", metric_id=pair, **about) or [{}]
    told = {f"pair_{name}": found[0].get(name) for name in ("numerator", "denominator", "value")}
    return {"pair_metric_id": pair} | told


def file_name(release: Release, name: str, what: str) -> str:
    """A name that says by itself what the file holds."""
    words = "-".join("".join(c if c.isalnum() else " " for c in what.lower()).split())
    synthetic = "SYNTHETIC-" if release.is_synthetic else ""
    return f"{synthetic}answerable-{release.release_id}-{name}-{words}.csv"


def _cells(row, naming, definition, names: Labels, with_bounds: bool, is_dated: bool) -> list:
    unit, currency = definition["value_unit"], row["currency"]
    limits = limits_of(row, unit)
    if is_whole(row):
        limits = "As published" if row["source"] == "official" else "Complete count"
    is_blank = quality(row) == "blank"
    value = reads.value(row["value"], unit, currency)
    if not is_missing(row["blank"]):
        value = "No number"
    elif quality(row) == "very_uncertain":
        value = "Interval only"
    cells = [naming(row), value, limits if not is_blank and limits else "None"]
    cells += [counts(row, definition, names) or "Not shown", marks.status(row, definition)]
    if with_bounds:
        bounds = ""
        if _is_moved_by_unseen(row):
            bounds = reads.interval(row["bound_lower"], row["bound_upper"], unit, currency)
        cells.append(nowrap(bounds or _without_bounds(row)))
    missing = row["missing_share"]
    if row["source"] != "official":
        unknown = "Not shown" if row["blank"] == "suppressed" else "Not known"
        cells.append(unknown if is_missing(missing) else reads.value(missing, "share"))
    return [*cells, nowrap(_day(row))] if is_dated else cells


def _is_moved_by_unseen(row: dict) -> bool:
    """False where nothing is unseen: the range is then the value itself."""
    low, high = row["bound_lower"], row["bound_upper"]
    return not is_missing(low) and not is_missing(high) and low < high


def _without_bounds(row: dict) -> str:
    """Why no range is given: only where something is known can nothing be unseen."""
    if row["source"] == "official":
        return "As a figure"
    return "Nothing unseen" if row["blank"] in (None, "not_applicable") else "Not shown"


def _day(row: dict) -> str:
    return reads.day(row["as_of"]) or "an unknown day"
