"""What the values of one column look like, found without keeping or showing what may name a person."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from data.intake.describe_dates import MOSTLY, date_formats, days_of, is_ambiguous
from data.intake.describe_headings import is_identifier_heading, is_personal_heading
from data.intake.describe_numbers import plain_number, signs_of
from data.intake.describe_separator import separator_of

MISSING_WORDS = frozenset(
    "na|n/a|n.a.|nan|null|none|nil|missing|-|--|–|—|.|..|...|…|:|*|?|not available|not applicable".split(
        "|"
    )
)
UNKNOWN_WORDS = frozenset("unknown|unk|not known|not stated|not recorded".split("|"))
"""No value among dates and numbers, but a category of its own among codes."""

MISSING_NUMBERS = ("-1", "-9", "-99", "-999", "99", "999", "9999")

FEW = 12
"""So few different whole numbers may be codes."""


INTEGER = re.compile(r"[+-]?\d+")
BOUND = re.compile(r"(<|≤|<=|less than|under)\s*\d+", re.IGNORECASE)


@dataclass(frozen=True)
class Values:
    """The verdict on one column.

    `kind` is one of empty, date, year, integer, decimal, yes/no, category, identifier, personal
    ("looks like a name or free text"). `shown` holds frequent values of categories only; `lowest`
    and `highest` are given for dates and for numbers that identify nobody.
    """

    kind: str
    filled: int
    distinct: int
    dates: tuple[str, ...] = ()
    is_ambiguous: bool = False
    missing: tuple[str, ...] = ()
    bounds: tuple[str, ...] = ()
    thousands: str | None = None
    decimal: str | None = None
    separator: str | None = None
    lowest: str | None = None
    highest: str | None = None
    shown: tuple[str, ...] = ()


def look_at(heading: str, values: Iterable[str | None]) -> Values:
    """The verdict on the values (None is an empty cell) under a heading."""
    counts = Counter(value for value in values if value is not None)
    filled, distinct = counts.total(), len(counts)
    if not filled:
        return Values("empty", 0, 0)
    words = [value for value in counts if value.casefold() in MISSING_WORDS | UNKNOWN_WORDS]
    bounds = [value for value in counts if BOUND.fullmatch(value)]
    rest = {value: times for value, times in counts.items() if value not in {*words, *bounds}}
    known = {"filled": filled, "distinct": distinct, "bounds": tuple(sorted(bounds))}
    if is_personal_heading(heading):
        return Values("personal", **known)
    numbers = [value for value in rest if value in MISSING_NUMBERS]
    without = {value: times for value, times in rest.items() if value not in numbers}
    dates = date_formats(without)
    if dates and "year" not in heading.casefold():
        days = days_of(without, dates)
        return Values(
            "date",
            **known,
            dates=dates,
            is_ambiguous=is_ambiguous(without, dates),
            missing=(*words, *numbers),
            lowest=min(days),
            highest=max(days),
        )
    if is_identifier_heading(heading):
        return Values("identifier", **known, missing=tuple(words))
    numeric = _look_at_numbers(heading, rest, known, words)
    if numeric:
        return numeric
    words = [value for value in words if value.casefold() in MISSING_WORDS]
    texts = {value: times for value, times in counts.items() if value not in words}
    found = _look_at_texts(texts or counts, known, words)
    return replace(found, separator=separator_of(texts))


def _look_at_numbers(
    heading: str, rest: dict[str, int], known: dict, words: Sequence[str]
) -> Values | None:
    thousands, decimal = signs_of(rest)
    read = (plain_number(value, thousands, decimal) for value in rest)
    numbers = {text: float(text) for text in read if text is not None}
    if not rest or len(numbers) < MOSTLY * len(rest):
        return None
    is_whole = all(INTEGER.fullmatch(text) for text in numbers)
    amounts = sorted(numbers.values())
    if is_whole and all(1900 <= amount <= 2100 for amount in amounts) and len(amounts) <= 120:
        return Values("year", **known, missing=tuple(words), **_range(amounts))
    missing = (*words, *_detached(numbers))
    has_zeros = any(re.match(r"0\d", text) for text in numbers)
    is_key = is_whole and not thousands and known["distinct"] == known["filled"] > 20
    if has_zeros or (is_key and not re.search("count|number of|total|amount", heading.casefold())):
        return Values("identifier", **known, missing=tuple(words))
    kind = "integer" if is_whole else "decimal"
    kept = [amount for text, amount in numbers.items() if text not in missing] or amounts
    is_code = is_whole and not thousands and len(numbers) == len(rest) <= FEW
    shown = (
        tuple(sorted((v for v, times in rest.items() if times >= 3), key=float)) if is_code else ()
    )
    return Values(
        kind,
        **known,
        missing=missing,
        thousands=thousands,
        decimal=decimal if decimal != "." else None,
        shown=shown,
        **_range(kept),
    )


def _range(amounts: Sequence[float]) -> dict[str, str]:
    return {"lowest": f"{min(amounts):g}", "highest": f"{max(amounts):g}"}


def _detached(numbers: dict[str, float]) -> list[str]:
    """Numbers that stand far from the others and are customary for "no value"."""
    found = []
    for text in MISSING_NUMBERS:
        others = [amount for other, amount in numbers.items() if other not in MISSING_NUMBERS]
        if text not in numbers or not others:
            continue
        is_below = numbers[text] < 0 <= min(others)
        is_above = numbers[text] > 2 * max(max(others), 1)
        if is_below or is_above:
            found.append(text)
    return found


def _look_at_texts(rest: dict[str, int], known: dict, words: Sequence[str]) -> Values:
    rows, distinct = sum(rest.values()), len(rest)
    missing = tuple(words)
    if {value.casefold() for value in rest} <= {"yes", "no", "y", "n", "true", "false"}:
        return Values("yes/no", **known, missing=missing, shown=tuple(sorted(rest)))
    longest = max(map(len, rest))
    has_digits = sum(any(sign.isdigit() for sign in value) for value in rest)
    has_blanks = sum(" " in value for value in rest)
    if any("@" in value for value in rest) or longest > 200:
        return Values("personal", **known, missing=missing)
    # Few values for many rows are codes; names and notes hardly repeat.
    if (distinct <= 1_000 and rows >= 4 * distinct) or distinct <= 3 < rows:
        frequent = sorted(value for value, times in rest.items() if times >= 3)
        shown = tuple(frequent) if distinct <= 60 else ()
        return Values("category", **known, missing=missing, shown=shown)
    if has_digits >= MOSTLY * distinct and has_blanks <= 0.1 * distinct and longest <= 64:
        return Values("identifier", **known, missing=missing)
    return Values("personal", **known, missing=missing)
