"""One result in as few words as a cell or a sentence can bear: the number with its interval, or why there is none."""

from collections.abc import Sequence

from charts import format as reads
from charts.describe import blank_words, limits_of, quality
from charts.format import is_missing
from charts.joining import with_commas
from charts.release_words import inside
from charts.select import is_older, later_blanks, newest
from languages import later, phrase

NOTHING = later("Nothing published")


def in_brief(row: dict | None, definition: dict) -> str:
    """29.2% (25.7% to 33.0%); between 27.7% and 56.0% (too early to tell); Suppressed to protect people."""
    if row is None:
        return phrase(NOTHING)
    unit, currency = definition["value_unit"], row["currency"]
    if quality(row) == "blank":
        words = phrase(NOTHING) if is_missing(row["blank"]) else blank_words(row).label
        between = range_of(row, unit)
        if not between:
            return words
        return phrase("between {range} ({why})", range=between, why=inside(words))
    limits = limits_of(row, unit)
    if quality(row) == "very_uncertain":
        return phrase("somewhere in {limits} (very uncertain)", limits=limits)
    value = reads.value(row["value"], unit, currency)
    brackets = [limits] if limits else []
    brackets += [phrase("provisional")] if quality(row) == "provisional" else []
    return f"{value} ({with_commas(brackets)})" if brackets else value


def range_of(row: dict, unit: str) -> str:
    """27.7% and 56.0%: how far those still open can move a cohort; empty where no range is given."""
    low, high = row["bound_lower"], row["bound_upper"]
    if is_missing(low) or is_missing(high):
        return ""
    return phrase("{low} and {high}", low=reads.value(low, unit), high=reads.value(high, unit))


def has_point(row: dict | None) -> bool:
    """True where the number itself may be told, and not its interval alone."""
    return row is not None and quality(row) not in ("blank", "very_uncertain")


def no_newer(row: dict | None, history: Sequence[dict]) -> str:
    """Of a headline number that is older than the data: why there is no newer one; else empty.

    `history` are all periods of the headline; another row than their newest number is somebody's choice, not older.
    """
    if row is None or not history or newest(history) != row or not is_older(row):
        return ""
    blanks = later_blanks(row, history)
    if not blanks:
        return phrase("No newer number: nothing later was reported")
    last = newest(blanks)
    return phrase(
        "No newer number; {period}: {why}",
        period=reads.period(last["period_start"], last["period_end"]),
        why=inside(blank_words(last).label),
    )
