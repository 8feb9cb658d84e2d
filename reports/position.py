"""Places beside one another: a funnel for all, and for one place how it stands to the others together."""

from charts import format as reads
from charts.describe import counts
from charts.funnel import funnel
from charts.units import UNITS
from charts.verdicts import FLAGS, reason
from reports.material import Material

FEWEST = 3
"""Places with fewer beside them are not compared, and so have no position."""
UNSURE = ("very_uncertain", "too_few_places")
"""Reasons behind which a number may be very uncertain: that places are few is said first, whatever the number is."""
MANY_DIFFER = "The places differ by far more than chance on this measure: case mix and definitions come first."


def position(metric_id: str, material: Material) -> dict | None:
    """Facts about one place, or a chart and a table about all; None where nothing is compared."""
    rows = _newest_set(material.comparisons.get(metric_id, []), material.jurisdiction)
    if len(rows) < FEWEST:
        return None
    definition = material.definitions[metric_id]
    if material.jurisdiction is None:
        return {
            "sentences": _about_the_set(rows),
            "chart": funnel(definition, rows, material.labels),
            "table": _table(definition, rows, material),
            "facts": [],
        }
    own = [row for row in rows if row["jurisdiction"] == material.jurisdiction]
    if not own:
        return None
    return {
        "sentences": _about_the_set(rows),
        "chart": None,
        "table": None,
        "facts": _facts(definition, own[0], material),
    }


def _newest_set(rows: list[dict], jurisdiction: str | None) -> list[dict]:
    """The newest set in which something can be assessed (of the place asked for), at its longest follow-up."""
    sets: dict[tuple, list[dict]] = {}
    for row in rows:
        if row["scope"] == "trafficking" and row["breakdown"] == "total":
            key = (row["period_end"], row["period_start"], row["horizon_days"] or 0)
            sets.setdefault((row["source"], row["origin"] or "", *key), []).append(row)
    if not sets:
        return []

    def rank(key: tuple) -> tuple:
        told = [
            row
            for row in sets[key]
            if row["flag"] != "not_assessable" and jurisdiction in (None, row["jurisdiction"])
        ]
        return (bool(told), *key[2:])

    return sets[max(sets, key=rank)]


def _about_the_set(rows: list[dict]) -> list[str]:
    first = rows[0]
    assessed = sum(row["flag"] != "not_assessable" for row in rows)
    period = reads.period(first["period_start"], first["period_end"])
    within = reads.horizon(first["horizon_days"])
    told = [
        f"{period}{f', within {within}' if within else ''}: {assessed} of {len(rows)} places can be "
        f"assessed. If none differed, {first['expected_false_alarms']:.2g} false alarms would be "
        "expected among them."
    ]
    return told + ([MANY_DIFFER] if first["is_overdispersed"] else [])


def _facts(definition: dict, row: dict, material: Material) -> list[list[str]]:
    unit = definition["value_unit"]
    flag = FLAGS[row["flag"]]
    known = counts(row | {"currency": None}, definition, material.labels)
    why = reason(row["reason"])
    facts = [
        ("Its number", f"{_number(row, 'value', unit)}{f' ({known})' if known else ''}"),
        ("All others together", _number(row, "target", unit)),
        ("Limits of chance, 95%", _limits(row, "lower_95", "upper_95", unit)),
        ("Limits of chance, 99.8%", _limits(row, "lower_998", "upper_998", unit)),
        ("What follows", f"{flag.label}{f': {why}' if why else ''}. {flag.meaning}"),
        ("In the order of places", _rank(row)),
        ("Like compared with like", _expected(row)),
    ]
    return [[name, words] for name, words in facts if words]


def _number(row: dict, column: str, unit: str) -> str:
    # What may be very uncertain has limits at most: a point would be read.
    if row[column] is None or (column == "value" and row["reason"] in UNSURE):
        return ""
    return reads.value(row[column], unit)


def _limits(row: dict, lower: str, upper: str, unit: str) -> str:
    return reads.interval(row[lower], row[upper], unit)


def _rank(row: dict) -> str:
    if row["rank_lower"] is None:
        return ""
    return (
        f"Chance allows any place from {row['rank_lower']} to {row['rank_upper']} of "
        f"{row['units_compared']}; there is no single rank."
    )


def _expected(row: dict) -> str:
    if row["ratio"] is None:
        return ""
    return (
        f"{reads.count(row['observed'])} counted where {row['expected']:,.1f} would be expected of the "
        f"same mix of cases elsewhere: {row['ratio']:.2f} times "
        f"(95% interval {reads.interval(row['ratio_lower'], row['ratio_upper'], 'ratio')})"
    )


def _table(definition: dict, rows: list[dict], material: Material) -> dict:
    unit = definition["value_unit"]
    columns = ["Place", "Number", "Others", "Against the others", "Order", "Like with like"]
    cells = []
    for row in sorted(rows, key=lambda row: material.labels.place(row["jurisdiction"])):
        why = reason(row["reason"])
        ratio = reads.interval(row["ratio_lower"], row["ratio_upper"], "ratio")
        order = row["rank_lower"]
        cells.append(
            [
                material.labels.place(row["jurisdiction"]),
                _number(row, "value", unit) or "–",
                _number(row, "target", unit) or "–",
                FLAGS[row["flag"]].label + (f": {why}" if why else ""),
                f"{order} to {row['rank_upper']}" if order is not None else "–",
                f"{row['ratio']:.2f} ({ratio})" if row["ratio"] is not None else "–",
            ]
        )
    return {
        "title": "Places beside all others together, by name",
        "columns": columns,
        "aligns": ["left", "right", "right", "left", "right", "right"],
        "rows": cells,
        "note": f"{UNITS[unit].axis}. Order: the places in the order that chance allows (95%); there is no "
        "single rank. Like with like: counted over expected of the same mix of cases elsewhere.",
    }
