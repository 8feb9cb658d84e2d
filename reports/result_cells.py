"""Rows of results as a printed table: every number beside its interval, its counts, its status and its counterpart."""

from collections import Counter

from charts import format as reads
from charts import release_words
from charts.describe import amount, is_whole, limits_of, method, moment
from charts.joining import with_commas
from charts.linkage import linkage
from charts.release_words import inside
from languages import Said, later, phrase, phrase_for
from reports.blocks import Table
from reports.compact_table import missed, status_words, told_number
from reports.material import Material
from reports.sourced import of_metric
from reports.told import is_same_period

COVERS = ("scope", "origin", "currency")
"""What tells rows of one place and period apart; printed where it does."""

HEADINGS = Said(
    {
        "place": later("Place"),
        "detail": later("Detail"),
        "period": later("Period"),
        "within": later("Within"),
        "covers": later("Covers"),
        "value": later("Value"),
        "limits": later("95% interval"),
        "above": later("Above"),
        "below": later("Below"),
        "published": later("Published as"),
        "unseen": later("With all unseen"),
        "left_out": later("Left out"),
        "status": later("Status"),
        "beside": later("Beside it"),
    }
)
WIDTHS = {
    "place": 1.3,
    "detail": 1.5,
    "period": 1.05,
    "within": 0.9,
    "covers": 1.1,
    "value": 1,
    "limits": 1.25,
    "above": 0.9,
    "below": 0.9,
    "published": 1.2,
    "unseen": 1.2,
    "left_out": 0.75,
    "status": 1.35,
    "beside": 1.5,
}
NUMERIC = ("value", "limits", "above", "below", "published", "unseen", "left_out")


def printed_table(
    title: str,
    definition: dict,
    rows: list[dict],
    printed: list[dict],
    held: int,
    material: Material,
    *,
    with_place: bool = False,
) -> Table | None:
    """Those of `rows` that are printed, and what is the same in all of them said once. None without rows.

    `held` is the number of results of the metric that the workbook holds.
    """
    if not printed:
        return None
    covers = [name for name in COVERS if len({row[name] for row in printed}) > 1]
    if "origin" in covers:
        # A publication's name says more than the scope of it does.
        covers = [name for name in covers if name != "scope"]
    breakdowns = {row["breakdown"] for row in printed}
    with_detail = any(row["category"] != "total" for row in printed)
    details = {(row["breakdown"], row["category"]) for row in printed}
    if with_detail and len(details) == 1:
        # One detail for all rows, such as the last stage, belongs above them.
        title = with_commas([title, material.labels.category(*details.pop())])
        with_detail = False
    elif with_detail and len(breakdowns) == 1:
        by = inside(reads.plain(*breakdowns))
        title = phrase("{title}, by {breakdown}", title=title, breakdown=by)
    horizons = {row["horizon_days"] for row in printed}
    if len(horizons) == 1 and None not in horizons:
        title = phrase("{title}, within {horizon}", title=title, horizon=reads.horizon(*horizons))
    bounds = "published" if all(row["source"] == "official" for row in printed) else "unseen"
    shown = {
        "place": with_place,
        "detail": with_detail,
        "period": True,
        "within": len(horizons) > 1,
        "covers": bool(covers),
        "value": True,
        "limits": True,
        "above": True,
        "below": True,
        bounds: any(row["bound_lower"] != row["bound_upper"] for row in printed),
        "left_out": any(row["missing_share"] for row in printed),
        "status": True,
        "beside": True,
    }
    columns = [name for name, is_shown in shown.items() if is_shown]
    # What is true of all rows, or of most, is said once, below them.
    once, times = Counter(linkage(row, definition) for row in printed).most_common(1)[0]
    once = once if 2 * times > len(printed) else ""
    cells = [
        _cells(row, definition, material, covers, len(breakdowns) > 1, once) for row in printed
    ]
    return Table(
        title,
        tuple(HEADINGS[name] for name in columns),
        tuple(tuple(cell[name] for name in columns) for cell in cells),
        frozenset(place for place, name in enumerate(columns) if name in NUMERIC),
        _note(definition, rows, printed, held, material, once),
        tuple(WIDTHS[name] for name in columns),
    )


def _note(
    definition: dict, rows: list, printed: list, held: int, material: Material, once: str
) -> str:
    told = []
    if once:
        is_of_all = all(linkage(row, definition) == once for row in printed)
        told = [
            phrase("Every row: {what}.", what=once)
            if is_of_all
            else phrase("Every row that does not say otherwise: {what}.", what=once)
        ]
    if left := len(rows) - len(printed):
        told.append(
            phrase_for(
                left,
                "{number} more row of this table stands in the workbook.",
                "{number} more rows of this table stand in the workbook.",
            )
        )
    if any(row["missing_share"] == 0 for row in rows) and not any(
        row["missing_share"] for row in printed
    ):
        told.append(phrase("Nobody was left out for a missing fact."))
    pair = release_words.title(material.pair(definition))
    told.append(phrase("Beside it: {measure}, for the same place and period.", measure=pair))
    told.append(
        phrase_for(
            held,
            "The workbook holds the {number} result of this metric.",
            "The workbook holds all {number} results of this metric.",
        )
    )
    dates = sorted({row["as_of"] for row in printed if row["as_of"]})
    if len(dates) == 1:
        told.append(phrase("Data as of {day}.", day=reads.day(dates[0])))
    return " ".join([*told, of_metric(definition["metric_id"], material)])


def _cells(
    row: dict,
    definition: dict,
    material: Material,
    covers: list[str],
    with_breakdown: bool,
    once: str,
) -> dict[str, str]:
    labels = material.labels
    unit, currency = definition["value_unit"], row["currency"]
    shorthand = reads.BLANKS[row["blank"]].shorthand if row["blank"] else ""
    limits = limits_of(row, unit)
    value = reads.value(row["value"], unit, currency)
    if row["status"] == "very_uncertain" and limits:
        value = phrase("interval only")
    detail = labels.category(row["breakdown"], row["category"])
    if with_breakdown:
        by = reads.plain(row["breakdown"])
        detail = phrase("{name}: {said}", name=by, said=detail)
    covered = row | {
        "scope": labels.category("scope", row["scope"]),
        "origin": labels.publication(row["origin"]),
    }
    bounds = _bounds(row, unit) or shorthand or "–"
    return {
        "place": labels.place(row["jurisdiction"]),
        "detail": detail,
        "period": moment(row | {"horizon_days": None, "period_kind": "period"}),
        "within": reads.horizon(row["horizon_days"]),
        "covers": with_commas(covered[name] for name in covers if covered[name]),
        "value": shorthand or value,
        "limits": shorthand or limits or _without_interval(row),
        "above": amount(row, "numerator") or shorthand or "–",
        "below": amount(row, "denominator") or shorthand or "–",
        "published": bounds,
        "unseen": bounds,
        "left_out": reads.value(row["missing_share"], "share") or shorthand or "–",
        "status": status_words(row, definition, with_linkage=linkage(row, definition) != once),
        "beside": _beside(row, definition, material),
    }


def _without_interval(row: dict) -> str:
    return method(row) if is_whole(row) else phrase("none: {method}", method=method(row))


def _bounds(row: dict, unit: str) -> str:
    low, high = row["bound_lower"], row["bound_upper"]
    if low is not None and low == high:
        return phrase("nothing unseen")
    return reads.interval(low, high, unit, row["currency"])


def _beside(row: dict, definition: dict, material: Material) -> str:
    found = material.counterparts[definition["metric_id"]].at_end_of(row)
    if found is None:
        return "–"
    pair = material.pair(definition)
    told = told_number(found, pair["value_unit"]) + missed(found, pair)
    return told if is_same_period(found, row) else with_commas([told, moment(found)])
