"""With which signs the numbers of a column are printed."""

import re
from collections.abc import Collection

SIGNS = (
    (None, "."),
    (",", "."),
    (None, ","),
    (".", ","),
    (" ", ","),
    ("\u00a0", ","),
    ("\u202f", ","),
    ("'", "."),
)
"""Thousands and decimal sign, in the order of preference where several read the column equally well."""


def signs_of(values: Collection[str]) -> tuple[str | None, str]:
    """The thousands and the decimal sign under which most of the values are numbers."""
    read = {
        signs: sum(plain_number(value, *signs) is not None for value in values) for signs in SIGNS
    }
    return max(SIGNS, key=lambda signs: read[signs])


def plain_number(value: str, thousands: str | None, decimal: str) -> str | None:
    """The number in plain notation, or None where the value is none under these signs."""
    point = re.escape(decimal)
    exponent = "([eE][+-]?[0-9]+)?" if decimal == "." else ""
    whole = "[0-9]+"
    if thousands:
        sign = re.escape(thousands)
        whole = f"([0-9]+|[0-9]{{1,3}}({sign}[0-9]{{2,3}})*{sign}[0-9]{{3}})"
    if not re.fullmatch(rf"[+-]?({whole}({point}[0-9]*)?|{point}[0-9]+){exponent}", value):
        return None
    return (value.replace(thousands, "") if thousands else value).replace(decimal, ".")
