"""How a number, a date and a blank read: the same words on screen, in print and in a workbook."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Words:
    """A code for readers: a label, a shorthand for narrow cells (may be empty) and one sentence."""

    label: str
    shorthand: str
    meaning: str


BLANKS: dict[str, Words] = {
    "not_reported": Words(
        "Not reported", "[x]", "The agencies did not send the facts this number needs."
    ),
    "not_applicable": Words(
        "Does not apply", "[z]", "The question does not arise here, so there is nothing to count."
    ),
    "not_yet": Words(
        "Too early to tell",
        "[y]",
        "Too few of the cohort could be followed this long; their cases may still be open.",
    ),
    "suppressed": Words(
        "Suppressed to protect people",
        "[c]",
        "Hidden because it could point to a person, or would give away a number that does. It may be "
        "small or large: zero is shown as zero, and a count beside it may still stand.",
    ),
    "insufficient": Words(
        "Too few to say",
        "[u]",
        "Fewer than 20 stand below the line, or too few came to an end: counts only, because an "
        "estimate would be chance.",
    ),
    "withheld": Words(
        "Withheld", "[w]", "The number exists, and a decision, not a rule, keeps it back."
    ),
}
"""Blank of a result -> its words. A blank is never just blank, and never zero."""

SUPPRESSED_BY_PUBLISHER = Words(
    "Suppressed by its publisher",
    "[c]",
    "Whoever published the figure hid it, most often as <5. Nothing was hidden here.",
)
"""What a suppressed official figure is called: it was hidden before it came here."""

PUBLIC_FACT = Words(
    "Open court record",
    "§",
    "A fact of open court, public before it was counted: exact, however small, and never hidden.",
)
"""What a result is called whose column `public_fact` is true."""

STATUSES: dict[str, Words] = {
    "reportable": Words("Reportable", "", "Counted from enough to be read as it stands."),
    "use_with_care": Words("Use with care", "", "The interval is wide; read the interval."),
    "very_uncertain": Words(
        "Very uncertain",
        "",
        "Counted from fewer than thirty, or the interval spans thirty points or more: only the interval is drawn.",
    ),
    "insufficient": Words("Too few to say", "", BLANKS["insufficient"].meaning),
    "suppressed": Words("Suppressed to protect people", "", BLANKS["suppressed"].meaning),
}
"""Status of a result -> its words."""

MATURITIES: dict[str, Words] = {
    "mature": Words("Complete", "", "Everybody in the cohort could be followed this long."),
    "provisional": Words(
        "Provisional",
        "",
        "At least four in five of the cohort could be followed this long; the number may still move.",
    ),
    "bounds_only": Words(
        "Bounds only", "", "Too young a cohort for a rate; only the range it must fall in is given."
    ),
}


PER_HUNDRED_THOUSAND = " per 100,000"
PER_HUNDRED_PERSON_YEARS = " per 100 person-years"
SUFFIXES = (
    " days",
    " months",
    " on average",
    " of 1",
    PER_HUNDRED_THOUSAND,
    PER_HUNDRED_PERSON_YEARS,
)
"""What follows a value; an interval says it once, at its end."""


def is_missing(value) -> bool:
    """True for None, an empty string, and the NaN, NaT and NA that a table may hold."""
    if value is None or isinstance(value, str):
        return not value
    try:
        return bool(value != value)
    except TypeError:  # NA refuses to say whether it differs from itself
        return True


def value(number: float | None, unit: str, currency: str | None = None) -> str:
    """A value in its unit, as read in a sentence: 62.3%, 512 days, 0.55, 1,393, EUR 1,200."""
    if is_missing(number):
        return ""
    match unit:
        case "share":
            return f"{100 * number:.1f}%"
        case "days":
            return f"{number:,.0f} {'day' if round(number) == 1 else 'days'}"
        case "months":
            return f"{number:,.1f} months"
        case "mean":
            return f"{number:,.2f} on average"
        case "agreement":
            return f"{number:,.2f} of 1"
        case "ratio":
            return f"{number:,.2f}"
        case "money":
            return f"{currency} {number:,.0f}" if not is_missing(currency) else f"{number:,.0f}"
        case "per_hundred_thousand":
            return f"{number:,.2f}{PER_HUNDRED_THOUSAND}"
        case "per_hundred_person_years":
            return f"{number:,.2f}{PER_HUNDRED_PERSON_YEARS}"
    return count(number) if number < 10 else count(round(number))


def interval(lower: float | None, upper: float | None, unit: str, currency=None) -> str:
    """An interval in words: 55.1% to 68.4%; at least or at most where one end is open."""
    if is_missing(lower) and is_missing(upper):
        return ""
    if is_missing(upper):
        return f"at least {value(lower, unit, currency)}"
    if is_missing(lower):
        return f"at most {value(upper, unit, currency)}"
    low, high = value(lower, unit, currency), value(upper, unit, currency)
    if unit == "count" and upper >= 10:
        # Both ends alike: 9 to 26, not 9.15 to 26.
        return f"{count(round(lower))} to {high}"
    if unit == "money":
        return f"{low} to {count(round(upper))}"
    for suffix in SUFFIXES:
        low = low.removesuffix(suffix)
    return f"{low} to {high}"


def count(number: float | None) -> str:
    """A count or a sum: 1,393; with decimals only where it is not whole."""
    if is_missing(number):
        return ""
    if abs(number - round(number)) < 1e-9:
        return f"{round(number):,}"
    return f"{number:,.2f}"


def many(number: int, thing: str, things: str | None = None) -> str:
    """So many of a thing: 1 place, 1,393 places."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def day(when: date | None) -> str:
    """31 December 2025."""
    return "" if is_missing(when) else f"{when.day} {when:%B %Y}"


def period(start: date, end: date) -> str:
    """2024 for a calendar year, 2023 to 2025 (together), January to March 2024; else both days."""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        together = f"{start.year} to {end.year} (together)"
        return f"{start.year}" if start.year == end.year else together
    if start + timedelta(days=1) > end:
        return day(end)
    if _is_whole_months(start, end):
        return f"{start:%B} to {end:%B} {end.year}"
    return f"{day(start)} to {day(end)}"


def short_period(start: date, end: date) -> str:
    """The same for an axis: Jan–Mar 2024."""
    if _is_whole_months(start, end) and (start.month, end.month) != (1, 12):
        return f"{start:%b}–{end:%b} {end.year}"
    return period(start, end)


def _is_whole_months(start: date, end: date) -> bool:
    is_one_year = start.year == end.year and start.month < end.month
    return is_one_year and start.day == 1 and (end + timedelta(days=1)).day == 1


def horizon(days: float | None) -> str:
    """12 months for 365 days, and so on; days where it is not a number of years."""
    if is_missing(days):
        return ""
    years, rest = divmod(int(days), 365)
    # Five years hold a leap day.
    is_whole = years and rest <= years // 4
    return f"{12 * years} months" if is_whole else f"{int(days):,} days"


def blank(code: str | None) -> str:
    """The words of a blank."""
    return BLANKS[code].label if code in BLANKS else ""


def plain(code: str) -> str:
    """A code without label, made readable: referred_to_prosecution -> Referred to prosecution."""
    return code.replace("_", " ").capitalize() if code.islower() else code
