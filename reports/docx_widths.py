"""How wide the columns of an editable table are: wide enough for the longest word of each, in the font of its style."""

import re

from reports.page.widths import UPRIGHT

EM = 7.5 * 25.4 / 72
"""Millimetres of the size of letters in tables."""
NARROW, WIDE = re.compile(r"[ijl.,:;'|!()\[\]/ ftr-]"), re.compile(r"[mwMW%@—]|[A-Z]")
LETTERS = {"narrow": 0.31, "usual": 0.57, "wide": 0.8}
"""Width of a letter as part of the size, a little more than Arial takes; headings are bold."""
BOLD = 1.08
MARGINS = 2.4
"""Millimetres of a cell at both sides of its words."""
LONGEST = 20
"""Letters of a word that may be broken."""


def shared(shares, rows: list) -> list[float]:
    """Millimetres a column: as `shares` say, but none too narrow for its words where others have room to give."""
    widths = [UPRIGHT * share / sum(shares) for share in shares]
    needs = [_need(rows, place) for place in range(len(widths))]
    lacking = [max(0, need - width) for need, width in zip(needs, widths, strict=True)]
    spare = [max(0, width - need) for need, width in zip(needs, widths, strict=True)]
    if not any(lacking) or sum(spare) < sum(lacking):
        return widths
    given = sum(lacking) / sum(spare)
    return [
        width + lack - given * room
        for width, lack, room in zip(widths, lacking, spare, strict=True)
    ]


def _need(rows: list, place: int) -> float:
    longest = 0.0
    for number, row in enumerate(rows):
        for word in (row[place] if place < len(row) else "").split():
            width = _width(word[:LONGEST]) * (1 if number else BOLD)
            longest = max(longest, width)
    return longest + MARGINS


def _width(word: str) -> float:
    narrow, wide = len(NARROW.findall(word)), len(WIDE.findall(word))
    usual = len(word) - narrow - wide
    return EM * (narrow * LETTERS["narrow"] + usual * LETTERS["usual"] + wide * LETTERS["wide"])
