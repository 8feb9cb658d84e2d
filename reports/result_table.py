"""Results as rows of text for a printed table. Every number stands beside its interval and status."""

from charts import format as reads
from charts.describe import limits_of, moment, quality
from charts.from_results import newest, strands
from charts.labels import Labels

MOST_ROWS = 60
"""Rows one printed table holds; the workbook holds all, and the table says how many it left there."""


def main_table(definition: dict, rows: list[dict], labels: Labels, jurisdiction: str | None):
    """Totals: every period for one place; each place's newest period and horizon for all places."""
    totals = [row for row in rows if row["breakdown"] == "total"]
    if jurisdiction is None:
        totals = _newest_of_each(totals)
        title = "Each place at its latest period with a number"
    else:
        title = "All periods"
    order = [
        (labels.place(row["jurisdiction"]), row["period_end"], row["horizon_days"] or 0, row)
        for row in totals
    ]
    ordered = [entry[-1] for entry in sorted(order, key=lambda entry: entry[:3])]
    return _table(title, definition, ordered, len(rows), labels, jurisdiction is None, False)


def detail_table(definition: dict, rows: list[dict], labels: Labels, jurisdiction: str | None):
    """The breakdowns of one place at its latest period; None for all places: the workbook has those."""
    if jurisdiction is None:
        return None
    details = [row for row in strands(rows)[0] if row["breakdown"] != "total"]
    end = max((row["period_end"] for row in details if quality(row) != "blank"), default=None)
    details = [row for row in details if row["period_end"] == end]
    if not details:
        return None
    details.sort(key=_detail_order)
    title = f"In detail, {moment(details[0] | {'horizon_days': None})}"
    return _table(title, definition, details, len(rows), labels, False, True)


def _detail_order(row: dict) -> tuple:
    """Breakdowns together; stages in the order they are passed, which is that of their counts."""
    passed = -(row["numerator"] or 0) if row["breakdown"] == "stage" else 0
    return (row["breakdown"], row["horizon_days"] or 0, passed)


def _newest_of_each(rows: list[dict]) -> list[dict]:
    found: dict[tuple, list[dict]] = {}
    for row in rows:
        key = (
            row["jurisdiction"],
            row["scope"],
            row["origin"],
            row["currency"],
            row["horizon_days"],
        )
        found.setdefault(key, []).append(row)
    return [newest(group) for group in found.values()]


def _table(title, definition, rows, held: int, labels, with_place: bool, with_category: bool):
    if not rows:
        return None
    scopes = {(row["scope"], row["origin"], row["currency"]) for row in rows}
    with_bounds = any(row["bound_lower"] is not None for row in rows)
    columns = {"Place": "left"} if with_place else {}
    columns |= {"Detail": "left"} if with_category else {}
    columns |= {"Period": "left"} if not with_category else {}
    columns |= {"Within": "left"} if any(row["horizon_days"] for row in rows) else {}
    columns |= {"Covers": "left"} if len(scopes) > 1 else {}
    columns |= {"Value": "right", "95% interval": "right", "Above": "right", "Below": "right"}
    columns |= {"With all unseen": "right"} if with_bounds else {}
    columns |= {"Left out": "right", "Status": "left"}
    printed = rows[:MOST_ROWS]
    cells = [_cells(row, definition, labels) for row in printed]
    left = len(rows) - len(printed)
    note = f"{left} more rows stand in the workbook. " if left else ""
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


def _cells(row: dict, definition: dict, labels: Labels) -> dict[str, str]:
    unit, currency = definition["value_unit"], row["currency"]
    shorthand = reads.BLANKS[row["blank"]].shorthand if row["blank"] else ""
    is_uncertain = row["status"] == "very_uncertain"
    limits = limits_of(row, unit)
    value = (
        "interval only" if is_uncertain and limits else reads.value(row["value"], unit, currency)
    )
    detail = (
        f"{reads.plain(row['breakdown'])}: {labels.category(row['breakdown'], row['category'])}"
    )
    covers = (labels.category("scope", row["scope"]), row["origin"], currency)
    return {
        "Place": labels.place(row["jurisdiction"]),
        "Detail": detail,
        "Period": moment(row | {"horizon_days": None, "period_kind": "period"}),
        "Within": reads.horizon(row["horizon_days"]),
        "Covers": ", ".join(part for part in covers if part),
        "Value": shorthand or value,
        "95% interval": shorthand or limits or f"none: {row['interval_method'] or 'not given'}",
        "Above": reads.count(row["numerator"]) or shorthand or "–",
        "Below": reads.count(row["denominator"]) or shorthand or "–",
        "With all unseen": reads.interval(row["bound_lower"], row["bound_upper"], unit, currency)
        or shorthand
        or "–",
        "Left out": reads.value(row["missing_share"], "share") or shorthand or "–",
        "Status": _status(row),
    }


def _status(row: dict) -> str:
    if row["blank"]:
        return reads.blank(row["blank"])
    words = reads.STATUSES[row["status"]].label if row["status"] else "No status"
    if row["maturity"] and row["maturity"] != "mature":
        words += f", {reads.MATURITIES[row['maturity']].label.lower()}"
    return words
