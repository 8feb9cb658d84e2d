"""In which formats the values of a column are days."""

import re
from datetime import datetime

DATE_FORMATS = (
    "%Y-%m-%d",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%S",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%m/%d/%Y %I:%M:%S %p",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%d.%m.%Y",
    "%d.%m.%Y %H:%M",
    "%d.%m.%y",
    "%Y/%m/%d",
    "%d-%b-%Y",
    "%d %b %Y",
    "%d %B %Y",
    "%B %d, %Y",
    "%m/%d/%y",
    "%d/%m/%y",
    "%Y%m%d",
)
DISTINCT_LOOKED_AT = 400

MOSTLY = 0.9
"""Share of the values that must fit before a column is taken for dates or numbers."""

DATE_LIKE = re.compile(r"(19|20)\d{6}|(?=.*\d)\w+[-/. ]+\w+[-/. ,]+\w.{0,20}")


def date_formats(counts: dict[str, int]) -> tuple[str, ...]:
    """The fewest formats that read nearly all of the values as days, the most fruitful first."""
    unread = set(list(counts)[:DISTINCT_LOOKED_AT])
    if sum(bool(DATE_LIKE.fullmatch(value)) for value in unread) < MOSTLY * len(unread):
        return ()
    total, chosen = len(unread), []
    while unread:
        read = {one: {value for value in unread if _day(value, one)} for one in DATE_FORMATS}
        best = max(DATE_FORMATS, key=lambda one: len(read[one]))
        if len(read[best]) < max(1, 0.01 * total):
            break
        chosen.append(best)
        unread -= read[best]
    return tuple(chosen) if total and len(unread) <= (1 - MOSTLY) * total else ()


def _day(value: str, form: str) -> datetime | None:
    if form == "%Y%m%d" and not re.fullmatch(r"(19|20)\d{6}", value):
        return None
    try:
        day = datetime.strptime(value, form)
    except ValueError:
        return None
    return day if day.year >= 1900 else None


def days_of(counts: dict[str, int], formats: tuple[str, ...]) -> list[str]:
    """The values that are days, as ISO text."""
    found = (next(filter(None, (_day(value, one) for one in formats)), None) for value in counts)
    return [day.date().isoformat() for day in found if day]


def is_ambiguous(counts: dict[str, int], formats: tuple[str, ...]) -> bool:
    """True when all values read as well with day and month swapped."""
    swapped = {"%d": "%m", "%m": "%d"}
    for one in formats:
        other = re.sub("%[dm]", lambda match: swapped[match.group()], one)
        if other != one and other in DATE_FORMATS:
            return all(_day(value, other) for value in counts if _day(value, one))
    return False
