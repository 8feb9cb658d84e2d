"""Places beside the pooled rest: their numbers over their size, between the limits of chance."""

from collections.abc import Sequence

from charts import format as reads
from charts.chart import Chart, Curve
from charts.describe import alternative_text, counts, within
from charts.format import is_missing
from charts.joining import in_turn, with_commas
from charts.labels import Labels
from charts.release_words import inside, title, unit_alone
from charts.units import UNITS
from charts.verdicts import FLAGS
from languages import Said, later, phrase

SIZES = Said(
    {
        "per_hundred_thousand": later("Inhabitants, added over the years"),
        "per_hundred_person_years": later("Days followed, of all persons together"),
    }
)
"""value_unit -> what the size of a place is, where it is not the number of units counted."""
OWN_LIMITS = (("lower_95", "upper_95", "inner"), ("lower_998", "upper_998", "outer"))
DISPERSED_LIMITS = (("od_lower_998", "od_upper_998", "dispersed"),)
CURVE_LABELS = Said(
    {
        "inner": later("95% limits of chance"),
        "outer": later("99.8% limits of chance"),
        "dispersed": later("99.8% limits that allow for places differing anyway"),
    }
)
WIDE = 20
"""Sizes that differ by more than this factor are drawn by their logarithm."""
UNDRAWN = ("very_uncertain",)
"""Reasons for which only the interval of a number is told, never its point."""


def funnel(definition: dict, rows: Sequence[dict], labels: Labels) -> Chart | None:
    """`rows` are one set of `comparisons`; None where fewer than three places can be drawn."""
    drawn = [row for row in rows if _is_drawn(row)]
    if len(drawn) < 3:
        return None
    drawn.sort(key=lambda row: (row["denominator"], row["jurisdiction"]))
    marks = [_mark(row, definition, labels) for row in drawn]
    unit = definition["value_unit"]
    heading = phrase("{metric}: places beside one another", metric=title(definition))
    subtitle = _subtitle(definition, drawn[0], labels)
    sizes = [row["denominator"] for row in drawn]
    limits = OWN_LIMITS + (DISPERSED_LIMITS if not is_missing(drawn[0]["od_lower_998"]) else ())
    curves = [Curve("centre", _points(drawn, "target"), phrase("all others together"))]
    for lower, upper, style in limits:
        curves.append(Curve(style, _points(drawn, upper), CURVE_LABELS[style]))
        curves.append(Curve(style, _points(drawn, lower)))
    return Chart(
        kind="funnel",
        title=heading,
        subtitle=subtitle,
        alt=alternative_text("funnel", heading, subtitle, sorted(marks, key=lambda m: m["name"])),
        rows=tuple(marks),
        x="size",
        y="value",
        unit=unit,
        y_title=UNITS[unit].axis,
        x_title=SIZES.get(unit)
        or phrase("{things} counted", things=unit_alone(drawn[0]["unit_counted"])),
        strand=tuple(rows),
        curves=tuple(curves),
        second="shrunken",
        second_lower="shrunken_lower",
        second_upper="shrunken_upper",
        second_label=phrase("pulled towards the average"),
        marked="is_flagged",
        label="label",
        is_log=max(sizes) > WIDE * min(sizes),
    )


def statement(row: dict, definition: dict, labels: Labels) -> str:
    """Number, counts, what it is compared with and what follows, without the place."""
    unit = definition["value_unit"]
    parts = [reads.value(row["value"], unit)]
    known = counts(row | {"currency": None}, definition, labels)
    parts[0] += f" ({known})" if known else ""
    if not is_missing(row["target"]):
        parts.append(phrase("all others together {value}", value=reads.value(row["target"], unit)))
    parts.append(inside(FLAGS[row["flag"]].label))
    if not is_missing(row["shrunken"]):
        pulled = reads.value(row["shrunken"], unit)
        parts.append(phrase("pulled towards the average {value}", value=pulled))
    return in_turn(parts)


def is_flagged(row: dict) -> bool:
    """True of an alarm or an alert."""
    return row["flag"] not in ("within", "not_assessable")


def _is_drawn(row: dict) -> bool:
    needed = ("value", "denominator", "target", "lower_95")
    return row["reason"] not in UNDRAWN and not any(is_missing(row[name]) for name in needed)


def _mark(row: dict, definition: dict, labels: Labels) -> dict:
    name = labels.place(row["jurisdiction"])
    optional = ("shrunken", "shrunken_lower", "shrunken_upper")
    return {
        "size": row["denominator"],
        "value": row["value"],
        **{key: None if is_missing(row[key]) else row[key] for key in optional},
        "flag": row["flag"],
        "is_flagged": is_flagged(row),
        "label": name if is_flagged(row) else "",
        "name": name,
        "text": statement(row, definition, labels),
        "quality": "reportable",
        "blank": None,
        "lower": None,
        "upper": None,
    }


def _points(rows: Sequence[dict], column: str) -> tuple[tuple, ...]:
    return tuple((row["denominator"], row[column]) for row in rows if not is_missing(row[column]))


def _subtitle(definition: dict, row: dict, labels: Labels) -> str:
    measure = UNITS[definition["value_unit"]].measured(labels.unit(row["unit_counted"]))
    period = reads.period(row["period_start"], row["period_end"])
    return with_commas([within(measure, row["horizon_days"]), period])
