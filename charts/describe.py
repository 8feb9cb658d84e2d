"""Results in sentences: what a number says, with its interval, its counts and how far to trust it."""

from collections.abc import Sequence

from charts import format as reads
from charts.format import is_missing
from charts.labels import Labels
from charts.linkage import linkage

LONGEST_YEAR = 366
"""Days; a longer period takes several years together."""
SUMS = ("mean", "recurrent")
"""Kinds whose numerator is a sum over the units of the denominator."""
DAYS_OF_A_YEAR = 365.25
WITH_COUNTS = ("insufficient", "suppressed")
"""Reasons for no number beside which a count may stand."""
NOT_PARTS = ("ratio", "stock_to_flow")
"""Kinds whose numerator counts others than the denominator."""


def sentence(row: dict, definition: dict, labels: Labels) -> str:
    """One result as one sentence; `row` is a row of `results`, with None or NaN where empty."""
    head = f"{labels.place(row['jurisdiction'])}, {moment(row)}"
    # A number about all crime must never be quoted as one about trafficking.
    head += f", {labels.scope('all_crime')}" if row.get("scope") == "all_crime" else ""
    kind = (
        None if row["category"] == "total" else labels.category(row["breakdown"], row["category"])
    )
    head += f", {kind}: " if kind else ": "
    return head + statement(row, definition, labels) + "."


def statement(row: dict, definition: dict, labels: Labels) -> str:
    """The number itself, without place and period; ends without a full stop."""
    unit, currency = definition["value_unit"], row["currency"]
    status = None if is_missing(row["status"]) else row["status"]
    bounds = _bounds(row, unit, currency)
    if not is_missing(row["blank"]):
        words = f"no number ({blank_words(row).label.lower()})"
        known = counts(row, definition, labels) if row["blank"] in WITH_COUNTS else ""
        told = linkage(row, definition) if known or bounds else ""
        return "; ".join(part for part in (words, known, bounds, told) if part)
    limits = limits_of(row, unit)
    if status == "very_uncertain" and limits:
        words = f"somewhere in {limits} (95% interval; very uncertain)"
    else:
        words = reads.value(row["value"], unit, currency)
        words += f" (95% interval {limits})" if limits else _without_interval(row)
        words += ", to be used with care" if quality(row) == "use_with_care" else ""
        words += ", provisional" if row["maturity"] == "provisional" else ""
    words += ", open court record" if is_public_fact(row) else ""
    known = counts(row, definition, labels)
    return "; ".join(part for part in (words, known, bounds, linkage(row, definition)) if part)


def limits_of(row: dict, unit: str) -> str:
    """The 95% interval in words; empty where a whole list was counted, or repeated as published."""
    if is_whole(row):
        return ""
    return reads.interval(row["lower"], row["upper"], unit, row["currency"])


def is_whole(row: dict) -> bool:
    """True where both limits are the value: nothing was estimated, so chance plays no part."""
    return not is_missing(row["lower"]) and row["lower"] == row["upper"]


def is_public_fact(row: dict) -> bool:
    """True where the row is a matter of open court record; releases made before there was such a column have none."""
    found = row.get("public_fact")
    return not is_missing(found) and bool(found)


def blank_words(row: dict) -> reads.Words:
    """The words of a row's blank: who hid an official figure was its publisher."""
    if row["blank"] == "suppressed" and row["source"] == "official":
        return reads.SUPPRESSED_BY_PUBLISHER
    return reads.BLANKS[row["blank"]]


def counts(row: dict, definition: dict, labels: Labels) -> str:
    """The counts behind the number: 149 of 240 defendants; 371 to 154 where neither is part of the other."""
    above, below = amount(row, "numerator"), amount(row, "denominator")
    currency = "" if is_missing(row["currency"]) else f"{row['currency']} "
    unit = "" if currency else f" {labels.unit(row['unit_counted'])}"
    if row.get("blank") == "suppressed" and bool(above) != bool(below):
        # One of the two is hidden, and must not read as if it were not there.
        kept = f"{currency}{above or below}{unit}"
        return f"a hidden number of {kept}" if below else f"{kept}, of a hidden number"
    if not below:
        return f"{currency}{above}{unit}" if above else ""
    if not above or definition.get("kind") == "stock_age":
        # An age is the middle of all that is pending; above the line stand the old ones only.
        return f"{currency}{below}{unit}"
    if special := _not_a_part(row, definition, above, f"{below}{unit}"):
        return special
    is_part = definition.get("kind") not in NOT_PARTS and definition["value_unit"] != "ratio"
    # A sum paid is part of a sum awarded, though the two are given as a ratio.
    between = "of" if is_part or currency else "to"
    return f"{currency}{above} {between} {currency}{below}{unit}"


def _not_a_part(row: dict, definition: dict, above: str, below: str) -> str:
    """Counts whose upper one is no part of the lower: events over what they could befall, sums over units."""
    kind, unit = definition.get("kind"), definition["value_unit"]
    things = below.split(" ", 1)[-1]
    if unit == "per_hundred_thousand":
        people = f"{above} {things} among {reads.count(row['denominator'])} inhabitants"
        return people + (", added over the years" if is_pooled(row) else "")
    if unit == "per_hundred_person_years":
        years = row["denominator"] / DAYS_OF_A_YEAR
        return f"{above} {things} in {years:,.0f} years followed, of all together"
    if kind in SUMS or (kind == "quantity" and unit == "days"):
        of_what = f" {unit}" if unit in ("days", "months") else ""
        return f"{above}{of_what} in all, for {below}"
    if kind == "agreement":
        return f"alike in {above} of {below}"
    if kind == "survey_weighted":
        return f"{above} of {below} before weighting"
    return ""


def is_pooled(row: dict) -> bool:
    """True where the period takes several years together."""
    return (row["period_end"] - row["period_start"]).days > LONGEST_YEAR


def amount(row: dict, column: str) -> str:
    """A count, or a sum of money in whole units."""
    found = row[column]
    if is_missing(found) or is_missing(row["currency"]):
        return reads.count(found)
    return reads.count(round(found))


def moment(row: dict) -> str:
    """The period, with the horizon where there is one."""
    period = reads.period(row["period_start"], row["period_end"])
    if row["period_kind"] == "cohort":
        period = f"cohort of {period}"
    if row["period_kind"] == "stock":
        period = f"at {reads.day(row['period_end'])}"
    horizon = reads.horizon(row["horizon_days"])
    return f"{period}, within {horizon}" if horizon else period


def quality(row: dict) -> str:
    """How a mark is drawn: blank, very_uncertain, provisional, use_with_care or reportable."""
    if not is_missing(row["blank"]) or is_missing(row["value"]):
        return "blank"
    if row["status"] == "very_uncertain" and not is_whole(row):
        return "very_uncertain"
    if row["maturity"] == "provisional":
        return "provisional"
    # A complete count of few has no interval that could stand in its place.
    is_weak = row["status"] in ("use_with_care", "very_uncertain")
    return "use_with_care" if is_weak else "reportable"


DRAWN_AS = {
    "line": "Line chart",
    "bar": "Bar chart",
    "staircase": "Bars that step down",
    "funnel": "Funnel chart of places between the limits of chance, which narrow as places grow",
    "forest": "Chart of differences from a reference group",
    "control": "Line chart with its centre and the limits of natural variation",
    "stacked": "Lying bars, each a whole cut into its parts",
    "dumbbell": "Lines, each with two groups as marks at its ends",
    "heat": "Grid of cells with numbers, deeper in colour where they are higher",
    "curve": "Curve over the months since a start",
    "multiples": "Small charts side by side",
}
"""Kind of a chart -> what it looks like."""


def alternative_text(kind: str, title: str, subtitle: str, marks: Sequence[dict]) -> str:
    """What a chart shows, for who does not see it; `marks` are a chart's rows with `text` and `name`.

    All marks are told when they are few; else the first and last of each series, or the extremes.
    """
    what = DRAWN_AS[kind]
    told = list(marks)
    rest = ""
    if len(told) > 12:
        told = told[:6] + told[-6:]
        rest = f" {len(marks) - 12} more stand between these; the table beside the chart has all."
    listed = "; ".join(f"{mark['name']}: {mark['text']}" for mark in told)
    whiskers = any(mark.get("lower") != mark.get("upper") for mark in marks)
    what += " with 95% intervals" if whiskers else ""
    return f"{what}. {title}. {subtitle.removesuffix('.')}. {listed}.{rest}"


def _without_interval(row: dict) -> str:
    """Why there is no interval: the method says so."""
    return "" if is_missing(row["interval_method"]) else f" ({method(row)}, no interval)"


def method(row: dict) -> str:
    """How the interval was made, in words."""
    found = row["interval_method"]
    return "complete count" if found == "enumeration" else found or "not given"


def _bounds(row: dict, unit: str, currency) -> str:
    # Where nothing is unseen both bounds are the value, and there is nothing to add.
    if row["bound_lower"] == row["bound_upper"]:
        return ""
    limits = reads.interval(row["bound_lower"], row["bound_upper"], unit, currency)
    if limits and row["source"] == "official":
        return f"published only as {limits}"
    return f"with all that is unseen, {limits}" if limits else ""
