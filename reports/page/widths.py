"""How a table fits a page: its columns as parts of the width, and where it is too wide, several tables beside one another's names."""

from languages import phrase
from reports.blocks import Table

UPRIGHT, ACROSS = 172, 257
"""Millimetres of a page between its margins, upright and across."""
SIZE = 7.5
LETTER = 1.42
"""Millimetres that a letter of a table takes on average; capitals take more, so words get a reserve."""
PADDING = 2.6
LONGEST_WORD = 18
"""Longer words are broken; cells shorter than this stay on one line where there are few columns."""
FEW = 9
LONGEST_CELL = 60
"""Cells that are longer than this get no wider, only taller."""


def is_wide(table: Table) -> bool:
    """True where words would have to be broken on an upright page."""
    return sum(_least(table)) > UPRIGHT


def parts_of(table: Table, *, is_landscape: bool) -> list[dict]:
    """The table as one or, where it is wider than a page, several that all begin with the names of its rows."""
    width = ACROSS if is_landscape else UPRIGHT
    groups = _groups(table, width)
    return [_part(table, group, number, len(groups)) for number, group in enumerate(groups, 1)]


def _part(table: Table, columns: list[int], number: int, count: int) -> dict:
    comfortable = _comfortable(table)
    caption = table.caption
    if count > 1:
        caption = phrase(
            "{caption} (part {part} of {parts})", caption=caption, part=number, parts=count
        )
    return {
        "kind": "table",
        "caption": caption,
        "headings": [table.headings[place] for place in columns],
        "rows": [
            [row[place] if place < len(row) else "" for place in columns] for row in table.rows
        ],
        "numeric": [place in table.numeric for place in columns],
        "widths": [round(comfortable[place], 1) for place in columns],
        "size": SIZE,
    }


def _groups(table: Table, width: float) -> list[list[int]]:
    """Columns that stand side by side, the first in every group."""
    least = _least(table)
    groups, taken = [[0]], least[0]
    for place in range(1, len(table.headings)):
        if taken + least[place] > width and len(groups[-1]) > 1:
            groups.append([0])
            taken = least[0]
        groups[-1].append(place)
        taken += least[place]
    return groups


def _least(table: Table) -> list[float]:
    """Millimetres without which a column would break words."""
    are_few = len(table.headings) <= FEW
    return [
        max(min(len(word), LONGEST_WORD) for word in _words(cells, are_few)) * LETTER * 1.12
        + PADDING
        for cells in _columns(table)
    ]


def _comfortable(table: Table) -> list[float]:
    """Millimetres in proportion to what a column holds; never less than its longest word."""
    wanted = []
    for cells, least in zip(_columns(table), _least(table), strict=True):
        lines = [min(len(line), LONGEST_CELL) for cell in cells for line in cell.split("\n")]
        typical = sum(lines) / max(len(lines), 1)
        wanted.append(max(least, (0.6 * typical + 0.4 * max(lines, default=0)) * LETTER + PADDING))
    return wanted


def _columns(table: Table) -> list[list[str]]:
    return [
        [heading, *(row[place] for row in table.rows if place < len(row))]
        for place, heading in enumerate(table.headings)
    ]


def _words(cells: list[str], are_few: bool) -> list[str]:
    """What should not be broken: words, and short cells below the heading."""
    found = [word for cell in cells for word in cell.split()]
    if are_few:
        found += [cell for cell in cells[1:] if len(cell) < LONGEST_WORD]
    return found or [""]
