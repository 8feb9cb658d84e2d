"""Rows of results as a printed table: every number beside its interval, its counts, its status and its counterpart."""

from charts import format as reads
from charts.describe import amount, is_whole, limits_of, method, moment
from reports.compact_table import missed, status_words, told_number
from reports.material import Material
from reports.told import counterpart

MOST_ROWS, MOST_DETAILS = 250, 60
"""Rows one printed table holds; the workbook holds all, and the table says how many it left there."""

COVERS = ("scope", "origin", "currency")
"""What tells rows of one place and period apart; printed where it does."""


def printed_table(
    title: str,
    definition: dict,
    rows: list[dict],
    held: int,
    material: Material,
    *,
    with_place: bool = False,
    with_period: bool = True,
) -> dict | None:
    """Title, columns, rows as texts and a note; what is the same in all rows is said once. None without rows.

    `held` is the number of results of the metric that the workbook holds.
    """
    if not rows:
        return None
    covers = [name for name in COVERS if len({row[name] for row in rows}) > 1]
    if "origin" in covers:
        # A publication's name says more than the scope of it does.
        covers = [name for name in covers if name != "scope"]
    with_detail = any(row["category"] != "total" for row in rows)
    breakdowns = {row["breakdown"] for row in rows}
    if with_detail and len(breakdowns) == 1:
        title += f", by {reads.plain(*breakdowns).lower()}"
    horizons = {row["horizon_days"] for row in rows}
    if len(horizons) == 1 and None not in horizons:
        title += f", within {reads.horizon(*horizons)}"
    with_bounds = any(row["bound_lower"] != row["bound_upper"] for row in rows)
    is_official = all(row["source"] == "official" for row in rows)
    columns = {"Place": "left"} if with_place else {}
    columns |= {"Detail": "left"} if with_detail else {}
    columns |= {"Period": "left"} if with_period else {}
    columns |= {"Within": "left"} if len(horizons) > 1 else {}
    columns |= {"Covers": "left"} if covers else {}
    columns |= {"Value": "right", "95% interval": "right", "Above": "right", "Below": "right"}
    columns |= (
        {"Published as" if is_official else "With all unseen": "right"} if with_bounds else {}
    )
    columns |= {"Left out": "right"} if any(row["missing_share"] for row in rows) else {}
    columns |= {"Status": "left", "Beside it": "left"}
    printed = rows[: MOST_DETAILS if with_detail else MOST_ROWS]
    cells = [_cells(row, definition, material, covers, len(breakdowns) > 1) for row in printed]
    left = len(rows) - len(printed)
    note = f"{left} more rows stand in the workbook. " if left else ""
    if any(row["missing_share"] == 0 for row in rows) and "Left out" not in columns:
        note += "Nobody was left out for a missing fact. "
    pair = material.pair(definition)["title"]
    note += f"Beside it: {pair}, for the same place and period. "
    note += f"The workbook holds all {reads.count(held)} results of this metric."
    dates = sorted({reads.day(row["as_of"]) for row in printed if row["as_of"]})
    note += f" Data as of {dates[0]}." if len(dates) == 1 else ""
    return {
        "title": title,
        "columns": list(columns),
        "aligns": list(columns.values()),
        "rows": [[cell[name] for name in columns] for cell in cells],
        "note": note,
    }


def _cells(
    row: dict, definition: dict, material: Material, covers: list[str], with_breakdown: bool
) -> dict[str, str]:
    labels = material.labels
    unit, currency = definition["value_unit"], row["currency"]
    bounds = "Published as" if row["source"] == "official" else "With all unseen"
    shorthand = reads.BLANKS[row["blank"]].shorthand if row["blank"] else ""
    is_uncertain = row["status"] == "very_uncertain"
    limits = limits_of(row, unit)
    value = (
        "interval only" if is_uncertain and limits else reads.value(row["value"], unit, currency)
    )
    detail = labels.category(row["breakdown"], row["category"])
    if with_breakdown:
        detail = f"{reads.plain(row['breakdown'])}: {detail}"
    covered = row | {
        "scope": labels.category("scope", row["scope"]),
        "origin": labels.publication(row["origin"]),
    }
    return {
        "Place": labels.place(row["jurisdiction"]),
        "Detail": detail,
        "Period": moment(row | {"horizon_days": None, "period_kind": "period"}),
        "Within": reads.horizon(row["horizon_days"]),
        "Covers": ", ".join(covered[name] for name in covers if covered[name]),
        "Value": shorthand or value,
        "95% interval": shorthand or limits or _without_interval(row),
        "Above": amount(row, "numerator") or shorthand or "–",
        "Below": amount(row, "denominator") or shorthand or "–",
        bounds: _bounds(row, unit) or shorthand or "–",
        "Left out": reads.value(row["missing_share"], "share") or shorthand or "–",
        "Status": status_words(row, definition),
        "Beside it": _beside(row, definition, material),
    }


def _without_interval(row: dict) -> str:
    return method(row) if is_whole(row) else f"none: {method(row)}"


def _bounds(row: dict, unit: str) -> str:
    low, high = row["bound_lower"], row["bound_upper"]
    if low is not None and low == high:
        return "nothing unseen"
    return reads.interval(low, high, unit, row["currency"])


def _beside(row: dict, definition: dict, material: Material) -> str:
    found, is_same = counterpart(row, definition, material)
    if found is None:
        return "–"
    pair = material.pair(definition)
    told = told_number(found, pair["value_unit"]) + missed(found, pair)
    return told if is_same else f"{told}, {moment(found)}"
