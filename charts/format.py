"""How a number, a date and a blank read: the same words on screen, in print and in a workbook."""

from dataclasses import dataclass
from datetime import date, timedelta

from charts import release_words
from languages import day as said_day
from languages import decimal, later, month, percent, phrase, phrase_for, whole


@dataclass(frozen=True)
class Words:
    """A code for readers: a label, a shorthand for narrow cells (may be empty) and one sentence.

    Held in English, as constants are; said in the language of whoever asks.
    """

    english_label: str
    shorthand: str
    english_meaning: str

    @property
    def label(self) -> str:
        return phrase(self.english_label)

    @property
    def meaning(self) -> str:
        return phrase(self.english_meaning) if self.english_meaning else ""


BLANKS: dict[str, Words] = {
    "not_reported": Words(
        later("Not reported"),
        "[x]",
        later("The agencies did not send the facts this number needs."),
    ),
    "not_applicable": Words(
        later("Does not apply"),
        "[z]",
        later("The question does not arise here, so there is nothing to count."),
    ),
    "not_yet": Words(
        later("Too early to tell"),
        "[y]",
        later("Too few of the cohort could be followed this long; their cases may still be open."),
    ),
    "suppressed": Words(
        later("Suppressed to protect people"),
        "[c]",
        later(
            "Hidden because it could point to a person, or would give away a number that does. It may be "
            "small or large: zero is shown as zero, and a count beside it may still stand."
        ),
    ),
    "insufficient": Words(
        later("Too few to say"),
        "[u]",
        later(
            "Fewer than 20 stand below the line, or too few came to an end: counts only, because an "
            "estimate would be chance."
        ),
    ),
    "withheld": Words(
        later("Withheld"),
        "[w]",
        later("The number exists, and a decision, not a rule, keeps it back."),
    ),
}
"""Blank of a result -> its words. A blank is never just blank, and never zero."""

SUPPRESSED_BY_PUBLISHER = Words(
    later("Suppressed by its publisher"),
    "[c]",
    later("Whoever published the figure hid it, most often as <5. Nothing was hidden here."),
)
"""What a suppressed official figure is called: it was hidden before it came here."""

PUBLIC_FACT = Words(
    later("Open court record"),
    "§",
    later(
        "A fact of open court, public before it was counted: exact, however small, and never hidden."
    ),
)
"""What a result is called whose column `public_fact` is true."""

STATUSES: dict[str, Words] = {
    "reportable": Words(
        later("Reportable"), "", later("Counted from enough to be read as it stands.")
    ),
    "use_with_care": Words(
        later("Use with care"), "", later("The interval is wide; read the interval.")
    ),
    "very_uncertain": Words(
        later("Very uncertain"),
        "",
        later(
            "Counted from fewer than thirty, or the interval spans thirty points or more: only the interval is drawn."
        ),
    ),
    "insufficient": Words(later("Too few to say"), "", BLANKS["insufficient"].english_meaning),
    "suppressed": Words(
        later("Suppressed to protect people"), "", BLANKS["suppressed"].english_meaning
    ),
}
"""Status of a result -> its words."""

MATURITIES: dict[str, Words] = {
    "mature": Words(
        later("Complete"), "", later("Everybody in the cohort could be followed this long.")
    ),
    "provisional": Words(
        later("Provisional"),
        "",
        later(
            "At least four in five of the cohort could be followed this long; the number may still move."
        ),
    ),
    "bounds_only": Words(
        later("Bounds only"),
        "",
        later("Too young a cohort for a rate; only the range it must fall in is given."),
    ),
}


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
    return _in_unit(_bare(number, unit), number, unit, currency)


def interval(lower: float | None, upper: float | None, unit: str, currency=None) -> str:
    """An interval in words: 55.1% to 68.4%; at least or at most where one end is open."""
    if is_missing(lower) and is_missing(upper):
        return ""
    if is_missing(upper):
        return phrase("at least {value}", value=value(lower, unit, currency))
    if is_missing(lower):
        return phrase("at most {value}", value=value(upper, unit, currency))
    low, high = _bare(lower, unit), _bare(upper, unit)
    if unit == "count" and upper >= 10:
        # Both ends alike: 9 to 26, not 9.15 to 26.
        low = count(round(lower))
    # The unit is said once, of both ends.
    return _in_unit(phrase("{low} to {high}", low=low, high=high), upper, unit, currency)


DECIMALS = {
    "days": 0,
    "months": 1,
    "mean": 2,
    "agreement": 2,
    "ratio": 2,
    "money": 0,
    "per_hundred_thousand": 2,
    "per_hundred_person_years": 2,
}
"""Unit -> decimals of its values, where they are always as many."""


def _bare(number: float, unit: str) -> str:
    """A number as its unit is written, without the unit; a share is nothing without its sign."""
    if unit == "share":
        return percent(number)
    if unit in DECIMALS:
        return decimal(number, DECIMALS[unit])
    return count(number) if number < 10 else count(round(number))


def _in_unit(told: str, number: float, unit: str, currency: str | None) -> str:
    """`told` with its unit, in the form that `number` asks for."""
    match unit:
        case "days":
            return phrase_for(round(number), "{number} day", "{number} days", number=told)
        case "months":
            return phrase("{number} months", number=told)
        case "mean":
            return phrase("{number} on average", number=told)
        case "agreement":
            return phrase("{number} of 1", number=told)
        case "money":
            return told if is_missing(currency) else money(told, currency)
        case "per_hundred_thousand":
            return phrase("{number} per 100,000", number=told)
        case "per_hundred_person_years":
            return phrase("{number} per 100 person-years", number=told)
    return told


def money(amount: str, currency: str) -> str:
    """EUR 1,200; the currency stands where the language has it."""
    return phrase("{currency} {amount}", currency=currency, amount=amount)


def count(number: float | None) -> str:
    """A count or a sum: 1,393; with decimals only where it is not whole."""
    if is_missing(number):
        return ""
    if abs(number - round(number)) < 1e-9:
        return whole(round(number))
    return decimal(number, 2)


def many(number: int, thing: str, things: str | None = None) -> str:
    """So many of a thing: 1 place, 1,393 places; for words of a release, which are no part of a sentence of ours."""
    return f"{whole(number)} {thing if number == 1 else things or thing + 's'}"


def day(when: date | None) -> str:
    """31 December 2025."""
    return "" if is_missing(when) else said_day(when)


def period(start: date, end: date) -> str:
    """2024 for a calendar year, 2023 to 2025 (together), January to March 2024; else both days."""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        if start.year == end.year:
            return f"{start.year}"
        return phrase("{first} to {last} (together)", first=start.year, last=end.year)
    if start + timedelta(days=1) > end:
        return day(end)
    if _is_whole_months(start, end):
        first, last = month(start), month(end)
        return phrase("{first} to {last} {year}", first=first, last=last, year=end.year)
    return phrase("{first_day} to {last_day}", first_day=day(start), last_day=day(end))


def short_period(start: date, end: date) -> str:
    """The same for an axis: Jan–Mar 2024."""
    if _is_whole_months(start, end) and (start.month, end.month) != (1, 12):
        first, last = month(start, short=True), month(end, short=True)
        return phrase("{first}–{last} {year}", first=first, last=last, year=end.year)
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
    if is_whole:
        return phrase("{number} months", number=whole(12 * years))
    return phrase_for(int(days), "{number} day", "{number} days")


def blank(code: str | None) -> str:
    """The words of a blank."""
    return BLANKS[code].label if code in BLANKS else ""


def plain(code: str) -> str:
    """A code without label, made readable: referred_to_prosecution -> Referred to prosecution."""
    return release_words.code(code)
