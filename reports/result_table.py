"""Results as rows of text for a printed table. Every number stands beside its interval and status."""

from charts import format as reads
from charts.choose import (
    UNKNOWN,
    coarsest,
    headline,
    newest,
    one_horizon,
    strands,
)
from charts.describe import (
    amount,
    blank_words,
    is_pooled,
    is_whole,
    limits_of,
    method,
    moment,
    quality,
)
from charts.labels import Labels
from reports.compact_table import status_words, told_number
from reports.material import Material
from reports.told import counterpart

MOST_ROWS, MOST_DETAILS = 250, 60
"""Rows one printed table holds; the workbook holds all, and the table says how many it left there."""

COVERS = ("scope", "origin", "currency")
"""What tells rows of one place and period apart; printed where it does."""


def main_table(definition: dict, rows: list[dict], material: Material) -> dict | None:
    """Headline rows: every period of one place, each place's newest period and horizon for all places."""
    chosen = headline(rows) or coarsest(rows)
    title = "All periods"
    if material.jurisdiction is None:
        chosen = _one_follow_up(_newest_of_each(chosen))
        title = "Each place at its latest period with a number"
    else:
        # Follow-ups are told where years are taken together; of a single year the best known one.
        single = [row for row in chosen if not is_pooled(row)]
        chosen = [row for row in chosen if is_pooled(row)] + _one_follow_up(single)
    chosen.sort(key=lambda row: _order(row, material.labels))
    with_place = material.jurisdiction is None
    return _table(title, definition, chosen, len(rows), material, with_place=with_place)


def detail_table(
    definition: dict, rows: list[dict], material: Material, held: int | None = None
) -> dict | None:
    """The breakdowns of one place at its latest period; None for all places: the workbook has those.

    `held` is the number of results of the metric, where `rows` are not all.
    """
    if material.jurisdiction is None or not rows:
        return None
    main = strands(rows)[0]
    told = {id(row) for row in headline(main) or coarsest(main)}
    details = one_horizon(
        [row for row in main if row["breakdown"] != "total" and id(row) not in told]
    )
    end = max((row["period_end"] for row in details if quality(row) != "blank"), default=None)
    details = [row for row in details if row["period_end"] == end]
    if not details:
        return None
    title = f"In detail, {moment(details[0] | {'horizon_days': None})}"
    known = [row for row in details if quality(row) != "blank"]
    known.sort(key=_detail_order)
    table = _table(title, definition, known, held or len(rows), material, with_period=False)
    return table | {"note": _silent(details) + table["note"]}


def _silent(rows: list[dict]) -> str:
    """How many have no number, by reason: a row for each would fill pages with marks."""
    counted: dict[str, int] = {}
    for row in rows:
        if quality(row) == "blank" and row["blank"]:
            label = blank_words(row).label.lower()
            counted[label] = counted.get(label, 0) + 1
    if not counted:
        return ""
    reasons = ", ".join(f"{label} {number}" for label, number in sorted(counted.items()))
    return f"Without a number, and so not listed: {reasons}. "


def _one_follow_up(rows: list[dict]) -> list[dict]:
    """Of each place and category the follow-up with most numbers; of equals, the longer one."""
    found: list[dict] = []
    names = ("jurisdiction", "breakdown", "category", *COVERS)
    groups: dict[tuple, list[dict]] = {}
    for row in rows:
        groups.setdefault(tuple(row[name] for name in names), []).append(row)
    for group in groups.values():
        found += one_horizon(group)
    return found


def _detail_order(row: dict) -> tuple:
    """Breakdowns together; stages in the order they are passed, which is that of their counts."""
    passed = -(row["numerator"] or 0) if row["breakdown"] == "stage" else 0
    return (row["breakdown"], row["category"] == UNKNOWN, row["horizon_days"] or 0, passed)


def _order(row: dict, labels: Labels) -> tuple:
    is_together = is_pooled(row)
    place, detail = labels.place(row["jurisdiction"]), (row["breakdown"], row["category"])
    return (
        place,
        is_together,
        row["period_end"],
        detail,
        row["horizon_days"] or 0,
        row["currency"] or "",
    )


def _newest_of_each(rows: list[dict]) -> list[dict]:
    names = ("jurisdiction", "breakdown", "category", "horizon_days", *COVERS)
    found: dict[tuple, list[dict]] = {}
    for row in rows:
        found.setdefault(tuple(row[name] for name in names), []).append(row)
    latest = [newest(group) for group in found.values()]
    # A year without any money has no currency either: it is no news where a currency has numbers.
    with_money = {row["jurisdiction"] for row in latest if row["currency"]}
    return [row for row in latest if row["currency"] or row["jurisdiction"] not in with_money]


def _table(title, definition, rows, held, material, *, with_place=False, with_period=True):
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
        "Status": status_words(row),
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
    told = told_number(found, material.pair(definition)["value_unit"])
    return told if is_same else f"{told}, {moment(found)}"
