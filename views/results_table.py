"""Results as a table people read and as the file they take away."""

from charts import format as reads
from charts import release_words
from charts.describe import counts, is_whole, limits_of, quality
from charts.format import is_missing
from charts.labels import Labels
from languages import later, phrase
from release.read import Release
from views import downloads, frame, marks
from views.html import nowrap


def _period(row: dict) -> str:
    if row["period_kind"] == "stock":
        return reads.day(row["period_end"])
    return reads.period(row["period_start"], row["period_end"])


BY_PERIOD = (later("Period"), _period)
"""Names the rows of a table by their period; the horizon stands in its caption."""


def show(release: Release, rows: list[dict], definition: dict, names: Labels, *, what: str, by):
    """The table with its download; `by` is (heading, row -> text) for the column that names the rows."""
    heading, naming = by
    with_bounds = any(_is_moved_by_unseen(row) for row in rows)
    headings = [phrase(heading), phrase("Value"), phrase("95% interval"), phrase("Counted")]
    headings += [phrase("How sure")]
    is_official = all(row["source"] == "official" for row in rows)
    bounds = phrase("Published only as") if is_official else phrase("Range with all that is unseen")
    headings += [bounds] if with_bounds else []
    # Nobody can say of a published figure what was left out of it.
    headings += [] if is_official else [phrase("Left out: fact missing")]
    dates = {row["as_of"] for row in rows}
    is_dated = len(dates) > 1
    headings += [phrase("Data up to")] if is_dated else []
    cells = [_cells(row, naming, definition, names, with_bounds, is_dated) for row in rows]
    horizon = reads.horizon(rows[0]["horizon_days"]) if rows else ""
    about = release_words.title(definition)
    caption = (
        phrase("{metric}: {what}, within {horizon}", metric=about, what=what, horizon=horizon)
        if horizon
        else phrase("{metric}: {what}", metric=about, what=what)
    )
    if not is_dated:
        day = _day(rows[0]) if rows else phrase("an unknown day")
        caption = phrase("{caption}; data up to {day}", caption=caption, day=day)
    name = definition["metric_id"]
    frame.table(
        release, caption, headings, cells, numeric=(1, 2, 3), name=name, data=rows, file=what
    )


def download(release: Release, rows: list[dict], name: str, what: str) -> None:
    """A button that hands over rows as the release holds them, where they are more than a table shows."""
    downloads.rows(release, rows, name=name, what=what)


def _cells(row, naming, definition, names: Labels, with_bounds: bool, is_dated: bool) -> list:
    unit, currency = definition["value_unit"], row["currency"]
    limits = limits_of(row, unit)
    if is_whole(row):
        limits = phrase("As published") if row["source"] == "official" else phrase("Complete count")
    is_blank = quality(row) == "blank"
    value = reads.value(row["value"], unit, currency)
    if not is_missing(row["blank"]):
        value = phrase("No number")
    elif quality(row) == "very_uncertain":
        value = phrase("Interval only")
    cells = [naming(row), value, limits if not is_blank and limits else phrase("None")]
    cells += [counts(row, definition, names) or phrase("Not shown"), marks.status(row, definition)]
    if with_bounds:
        bounds = ""
        if _is_moved_by_unseen(row):
            bounds = reads.interval(row["bound_lower"], row["bound_upper"], unit, currency)
        cells.append(nowrap(bounds or _without_bounds(row)))
    missing = row["missing_share"]
    if row["source"] != "official":
        unknown = phrase("Not shown") if row["blank"] == "suppressed" else phrase("Not known")
        cells.append(unknown if is_missing(missing) else reads.value(missing, "share"))
    return [*cells, nowrap(_day(row))] if is_dated else cells


def _is_moved_by_unseen(row: dict) -> bool:
    """False where nothing is unseen: the range is then the value itself."""
    low, high = row["bound_lower"], row["bound_upper"]
    return not is_missing(low) and not is_missing(high) and low < high


def _without_bounds(row: dict) -> str:
    """Why no range is given: only where something is known can nothing be unseen."""
    if row["source"] == "official":
        return phrase("As a figure")
    is_seen = row["blank"] in (None, "not_applicable")
    return phrase("Nothing unseen") if is_seen else phrase("Not shown")


def _day(row: dict) -> str:
    return reads.day(row["as_of"]) or phrase("an unknown day")
