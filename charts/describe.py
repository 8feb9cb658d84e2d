"""Results in sentences: what a number says, with its interval, its counts and how far to trust it."""

from collections.abc import Sequence

from charts import format as reads
from charts.format import is_missing
from charts.joining import in_turn, named, with_commas
from charts.labels import Labels
from charts.linkage import linkage
from charts.release_words import inside
from languages import Said, decimal, later, phrase, phrase_for

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
    about = [labels.place(row["jurisdiction"]), moment(row)]
    # A number about all crime must never be quoted as one about trafficking.
    about += [labels.scope("all_crime")] if row.get("scope") == "all_crime" else []
    if row["category"] != "total":
        about.append(labels.category(row["breakdown"], row["category"]))
    said = statement(row, definition, labels)
    return phrase("{about}: {said}.", about=with_commas(about), said=said)


def statement(row: dict, definition: dict, labels: Labels) -> str:
    """The number itself, without place and period; ends without a full stop."""
    unit, currency = definition["value_unit"], row["currency"]
    status = None if is_missing(row["status"]) else row["status"]
    bounds = _bounds(row, unit, currency)
    if not is_missing(row["blank"]):
        words = no_number(blank_words(row).label)
        known = counts(row, definition, labels) if row["blank"] in WITH_COUNTS else ""
        told = linkage(row, definition) if known or bounds else ""
        return in_turn((words, known, bounds, told))
    limits = limits_of(row, unit)
    if status == "very_uncertain" and limits:
        said = [phrase("somewhere in {limits} (95% interval; very uncertain)", limits=limits)]
    else:
        said = [_with_limits(row, reads.value(row["value"], unit, currency), limits)]
        said += [phrase("to be used with care")] if quality(row) == "use_with_care" else []
        said += [phrase("provisional")] if row["maturity"] == "provisional" else []
    said += [phrase("open court record")] if is_public_fact(row) else []
    known = counts(row, definition, labels)
    return in_turn((with_commas(said), known, bounds, linkage(row, definition)))


def no_number(why: str) -> str:
    """No number, and which blank it is."""
    return phrase("no number ({why})", why=inside(why))


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
    is_hidden = row.get("blank") == "suppressed" and bool(above) != bool(below)
    if is_hidden:
        # One of the two is hidden, and must not read as if it were not there.
        kept = _counted(row, above or below, labels)
        if below:
            return phrase("a hidden number of {kept}", kept=kept)
        return phrase("{kept}, of a hidden number", kept=kept)
    if not below:
        return _counted(row, above, labels) if above else ""
    whole = _counted(row, below, labels)
    if not above or definition.get("kind") == "stock_age":
        # An age is the middle of all that is pending; above the line stand the old ones only.
        return whole
    if special := _not_a_part(row, definition, above, whole, labels):
        return special
    has_currency = not is_missing(row["currency"])
    part = reads.money(above, row["currency"]) if has_currency else above
    is_part = definition.get("kind") not in NOT_PARTS and definition["value_unit"] != "ratio"
    # A sum paid is part of a sum awarded, though the two are given as a ratio.
    if is_part or has_currency:
        return phrase("{part} of {whole}", part=part, whole=whole)
    return phrase("{above} to {below}", above=part, below=whole)


def _counted(row: dict, amount_of: str, labels: Labels) -> str:
    """A count with what it counts, or a sum in its currency: 240 defendants; XDM 12."""
    if not is_missing(row["currency"]):
        return reads.money(amount_of, row["currency"])
    return phrase("{count} {things}", count=amount_of, things=labels.unit(row["unit_counted"]))


def _not_a_part(row: dict, definition: dict, above: str, whole: str, labels: Labels) -> str:
    """Counts whose upper one is no part of the lower: events over what they could befall, sums over units."""
    kind, unit = definition.get("kind"), definition["value_unit"]
    events = phrase("{count} {things}", count=above, things=labels.unit(row["unit_counted"]))
    if unit == "per_hundred_thousand":
        people = reads.count(row["denominator"])
        said = phrase("{events} among {people} inhabitants", events=events, people=people)
        return with_commas([said, phrase("added over the years") if is_pooled(row) else ""])
    if unit == "per_hundred_person_years":
        years = decimal(row["denominator"] / DAYS_OF_A_YEAR, 0)
        return phrase(
            "{events} in {years} years followed, of all together", events=events, years=years
        )
    if kind in SUMS or (kind == "quantity" and unit == "days"):
        if unit == "days":
            return phrase("{sum} days in all, for {whole}", sum=above, whole=whole)
        if unit == "months":
            return phrase("{sum} months in all, for {whole}", sum=above, whole=whole)
        return phrase("{sum} in all, for {whole}", sum=above, whole=whole)
    if kind == "agreement":
        return phrase("alike in {part} of {whole}", part=above, whole=whole)
    if kind == "survey_weighted":
        return phrase("{part} of {whole} before weighting", part=above, whole=whole)
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
    period = period_of(row)
    if row["period_kind"] == "cohort":
        period = phrase("cohort of {period}", period=period)
    return within(period, row["horizon_days"])


def period_of(row: dict) -> str:
    """The days a row is about: 2024; at 31 December 2024 for what is counted on one day."""
    if row["period_kind"] == "stock":
        return phrase("at {day}", day=reads.day(row["period_end"]))
    return reads.period(row["period_start"], row["period_end"])


def within(period: str, horizon_days: float | None) -> str:
    """A period with how long it was followed, where that is told."""
    horizon = reads.horizon(horizon_days)
    return (
        phrase("{period}, within {horizon}", period=period, horizon=horizon) if horizon else period
    )


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


DRAWN_AS = Said(
    {
        "line": later("Line chart"),
        "bar": later("Bar chart"),
        "staircase": later("Bars that step down"),
        "funnel": later(
            "Funnel chart of places between the limits of chance, which narrow as places grow"
        ),
        "forest": later("Chart of differences from a reference group"),
        "control": later("Line chart with its centre and the limits of natural variation"),
        "stacked": later("Lying bars, each a whole cut into its parts"),
        "dumbbell": later("Lines, each with two groups as marks at its ends"),
        "heat": later("Grid of cells with numbers, deeper in colour where they are higher"),
        "curve": later("Curve over the months since a start"),
        "multiples": later("Small charts side by side"),
    }
)
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
        rest = phrase_for(
            len(marks) - 12,
            "{number} more stands between these; the table beside the chart has all.",
            "{number} more stand between these; the table beside the chart has all.",
        )
    listed = in_turn(named(mark["name"], mark["text"]) for mark in told)
    if any(mark.get("lower") != mark.get("upper") for mark in marks):
        what = phrase("{chart} with 95% intervals", chart=what)
    said = drawn_in_words(what, title, subtitle, listed)
    return f"{said} {rest}" if rest else said


def drawn_in_words(what: str, title: str, subtitle: str, marks: str) -> str:
    """The order in which a chart is told to who does not see it."""
    subtitle = subtitle.removesuffix(".")
    return phrase(
        "{chart}. {title}. {subtitle}. {marks}.",
        chart=what,
        title=title,
        subtitle=subtitle,
        marks=marks,
    )


def _with_limits(row: dict, value: str, limits: str) -> str:
    """The value with its interval, or why there is none: the method says so."""
    if limits:
        return phrase("{value} (95% interval {limits})", value=value, limits=limits)
    if is_missing(row["interval_method"]):
        return value
    return phrase("{value} ({method}, no interval)", value=value, method=method(row))


def method(row: dict) -> str:
    """How the interval was made, in words."""
    found = row["interval_method"]
    if found == "enumeration":
        return phrase("complete count")
    return phrase("not given") if is_missing(found) else found


def _bounds(row: dict, unit: str, currency) -> str:
    # Where nothing is unseen both bounds are the value, and there is nothing to add.
    if row["bound_lower"] == row["bound_upper"]:
        return ""
    limits = reads.interval(row["bound_lower"], row["bound_upper"], unit, currency)
    if limits and row["source"] == "official":
        return phrase("published only as {limits}", limits=limits)
    return phrase("with all that is unseen, {limits}", limits=limits) if limits else ""
