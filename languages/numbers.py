"""Numbers and days as they are written in the language spoken now."""

from datetime import date
from functools import lru_cache

from languages.pseudo import PSEUDO
from languages.speaking import ENGLISH, current

AS_IN_ENGLISH = frozenset({ENGLISH, PSEUDO})


def whole(number: float) -> str:
    """1,393 in English, 1 393 in French."""
    return decimal(number, 0)


def decimal(number: float, places: int) -> str:
    """A number with so many decimals: 1,393.20; half is rounded as Python rounds it, in every language."""
    said = f"{number:,.{places}f}"
    if current() in AS_IN_ENGLISH:
        return said
    group, point = _signs(current())
    return "".join({",": group, ".": point}.get(sign, sign) for sign in said)


def percent(share: float, places: int = 1) -> str:
    """62.3% in English; 62,3 % with a narrow space in French."""
    said = decimal(100 * share, places)
    return f"{said}%" if current() in AS_IN_ENGLISH else _percent_pattern(current()).format(said)


def day(when: date) -> str:
    """31 December 2025."""
    if current() in AS_IN_ENGLISH:
        return f"{when.day} {when:%B %Y}"
    from babel.dates import format_date

    said = format_date(when, "d MMMM y", locale=current())
    # French says the first of a month by its order, which the Unicode patterns do not know.
    return f"1er{said[1:]}" if current() == "fr" and when.day == 1 else said


def month(when: date, *, short: bool = False) -> str:
    """December, or Dec."""
    if current() in AS_IN_ENGLISH:
        return f"{when:%b}" if short else f"{when:%B}"
    from babel.dates import format_date

    return format_date(when, "LLL" if short else "LLLL", locale=current())


def axis_signs() -> dict | None:
    """How the axes of a drawn chart write numbers, as d3-format takes it; None for English, which it knows itself."""
    if current() in AS_IN_ENGLISH:
        return None
    group, point = _signs(current())
    percent_sign = _percent_pattern(current()).replace("{}", "")
    signs = {"decimal": point, "thousands": group, "grouping": [3], "currency": ["", ""]}
    return signs | {"percent": percent_sign, "minus": "\N{MINUS SIGN}"}


@lru_cache(maxsize=16)
def _signs(language: str) -> tuple[str, str]:
    from babel.numbers import get_decimal_symbol, get_group_symbol

    # Digits are European in every language, and so are the signs that stand between them.
    european = {"numbering_system": "latn"}
    return get_group_symbol(language, **european), get_decimal_symbol(language, **european)


@lru_cache(maxsize=16)
def _percent_pattern(language: str) -> str:
    from babel import Locale

    found = Locale.parse(language)
    sign = found.number_symbols["latn"]["percentSign"]
    pattern = found.percent_formats[None].pattern.replace("#,##0", "{}").replace("%", sign)
    # A number and its sign are set close.
    return pattern.replace("\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}")
