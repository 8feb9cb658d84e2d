"""How one place stands to all others together on a measure, and the set of places it is compared in."""

from charts import format as reads
from charts.describe import counts, within
from charts.joining import named
from charts.signals import is_judged
from charts.verdicts import FLAGS, reason
from languages import decimal, later, phrase, phrase_for, whole
from reports.material import Material

FEWEST = 3
"""Places with fewer beside them are not compared, and so have no position."""
UNSURE = ("very_uncertain", "too_few_places")
"""Reasons behind which a number may be very uncertain: that places are few is said first, whatever the number is."""
MANY_DIFFER = later(
    "The places differ by far more than chance on this measure: case mix and definitions come first."
)


def places_compared(metric_id: str, material: Material) -> list[dict]:
    """The set of places that the metric is compared in; empty where there are too few to compare."""
    rows = material.places_compared.get(metric_id, [])
    return rows if len(rows) >= FEWEST else []


def position(metric_id: str, material: Material) -> dict | None:
    """The row of the one place that the report is about; None where it is not compared."""
    rows = places_compared(metric_id, material)
    return next((row for row in rows if row["jurisdiction"] == material.jurisdiction), None)


def about_the_set(rows: list[dict]) -> list[str]:
    """How many places can be assessed, how many false alarms are to be expected, and whether all differ."""
    first = rows[0]
    assessed = sum(map(is_judged, rows))
    told = phrase_for(
        len(rows),
        "{period}: {assessed} of {number} place can be assessed. If none differed, {expected} false alarms would be expected among them.",
        "{period}: {assessed} of {number} places can be assessed. If none differed, {expected} false alarms would be expected among them.",
        period=period_of(first),
        assessed=whole(assessed),
        expected=_two_figures(first["expected_false_alarms"]),
    )
    return [told, phrase(MANY_DIFFER)] if first["is_overdispersed"] else [told]


def period_of(row: dict) -> str:
    """Period and follow-up that a comparison is about."""
    return within(reads.period(row["period_start"], row["period_end"]), row["horizon_days"])


def number_of(row: dict, column: str, unit: str) -> str:
    """A value; empty where there is none that may be read as a point."""
    # What may be very uncertain has limits at most: a point would be read.
    if row[column] is None or (column == "value" and row["reason"] in UNSURE):
        return ""
    return reads.value(row[column], unit)


def counted(row: dict, definition: dict, material: Material) -> str:
    """The number of a place with its counts, as far as both are told."""
    value = number_of(row, "value", definition["value_unit"])
    known = counts(row | {"currency": None}, definition, material.labels)
    return "\n".join(filter(None, [value, known])) or "–"


def limits_of_chance(row: dict, unit: str) -> str:
    """Between which limits nineteen of twenty places would lie if none differed."""
    return reads.interval(row["lower_95"], row["upper_95"], unit) or "–"


def flag_in_print(row: dict) -> str:
    """What follows: the flag, and why there is none."""
    label, why = FLAGS[row["flag"]].label, reason(row["reason"])
    return named(label, why) if why else label


def order_in_print(row: dict) -> str:
    """The places in the order that chance allows: 3 to 9 of 12."""
    if row["rank_lower"] is None:
        return "–"
    return phrase(
        "{low} to {high} of {places}",
        low=row["rank_lower"],
        high=row["rank_upper"],
        places=row["units_compared"],
    )


def like_with_like(row: dict) -> str:
    """Counted over expected of the same mix of cases, with its interval."""
    if row["ratio"] is None:
        return "–"
    limits = reads.interval(row["ratio_lower"], row["ratio_upper"], "ratio")
    return phrase("{value} ({limits})", value=reads.value(row["ratio"], "ratio"), limits=limits)


def _two_figures(number: float) -> str:
    told = f"{number:.2g}"
    return decimal(number, len(told.partition(".")[2])) if "e" not in told else told
