"""What a key of an entry may hold, and the sentence for what it may not."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from data.instruments import instruments, obligations
from data.schema import PATTERNS, code_lists

EARLIEST, LATEST = date(1800, 1, 1), date(2100, 12, 31)

FICTIONAL = re.compile(r"X[A-Z]{2}")


@dataclass(frozen=True)
class Field:
    """One key of an entry. `kind` is a name in `KINDS`; `codes` a code list or, where only some codes fit, a tuple of them."""

    kind: str
    required: bool = False
    codes: str | tuple[str, ...] | None = None


def problem_with(value: object, field: Field) -> str | None:
    """A sentence on what is wrong with the value, or None."""
    if field.codes is not None:
        allowed = (
            field.codes
            if isinstance(field.codes, tuple)
            else tuple(code_lists()[field.codes].codes)
        )
        return None if value in allowed else f"{value!r} is none of {', '.join(allowed)}"
    return KINDS[field.kind](value)


def is_place(value: object) -> bool:
    """A State of the code list, an invented one, or a part of either."""
    if not isinstance(value, str) or not re.fullmatch(PATTERNS["jurisdiction"], value):
        return False
    state = value.split("-")[0]
    return state in code_lists()["country"].codes or FICTIONAL.fullmatch(state) is not None


def _of_pattern(name: str) -> Callable[[object], str | None]:
    def problem(value: object) -> str | None:
        if isinstance(value, str) and re.fullmatch(PATTERNS[name], value):
            return None
        return f"{value!r} is not of the form {name}"

    return problem


def _place(value: object) -> str | None:
    return None if is_place(value) else f"{value!r} is no place of the code list country"


def _day(value: object) -> str | None:
    # A TOML date with a time of day is a datetime, which is a date too: a law begins on a day.
    if type(value) is not date:
        return f"{value!r} is no date; write it without quotes, as 2024-07-01"
    return None if EARLIEST <= value <= LATEST else f"{value} lies outside {EARLIEST} to {LATEST}"


def _flag(value: object) -> str | None:
    return None if isinstance(value, bool) else f"{value!r} is neither true nor false"


def _obligation(value: object) -> str | None:
    known = [row["obligation_id"] for row in obligations()]
    return None if value in known else f"{value!r} is no obligation of data/instruments"


def _instrument(value: object) -> str | None:
    known = isinstance(value, str) and value in instruments()
    return None if known else f"{value!r} is no instrument of data/instruments"


def _several(problem: Callable[[object], str | None]) -> Callable[[object], str | None]:
    def problem_of_list(values: object) -> str | None:
        if not isinstance(values, list):
            return f"{values!r} is no list"
        if len({str(value) for value in values}) < len(values):
            return "the list names something twice"
        return next(filter(None, map(problem, values)), None)

    return problem_of_list


KINDS: dict[str, Callable[[object], str | None]] = {
    "text": _of_pattern("text"),
    "id": _of_pattern("id"),
    "link": _of_pattern("link"),
    "day": _day,
    "flag": _flag,
    "place": _place,
    "places": _several(_place),
    "instruments": _several(_instrument),
    "obligations": _several(_obligation),
    "table": lambda value: None if isinstance(value, dict) else f"{value!r} is no table",
}
