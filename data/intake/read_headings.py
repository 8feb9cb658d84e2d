"""From the heading rows of a file to one distinct name a column."""

from collections.abc import Sequence

OWN_COLUMNS = ("row_id", "file", "sheet", "row")
"""What the reader itself writes beside every row; a heading of the same name gets a number."""


def headings_of(rows: Sequence[Sequence[str | None]], fill_right: bool = False) -> list[str]:
    """One heading a column: the parts of all heading rows joined by a blank, then made distinct.

    A column without any part is called `column 7` after its position; a repeated heading becomes
    `FedDistrict (2)`. Case does not tell headings apart, because it does not in SQL.
    """
    width = max((len(row) for row in rows), default=0)
    parts = [[_tidy(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    if fill_right:
        # The last of several heading rows holds the leaves: a blank there is a column of its own.
        parents = parts[:-1] if len(parts) > 1 else parts
        for row in parents:
            for position in range(1, width):
                row[position] = row[position] or row[position - 1]
    joined = [" ".join(filter(None, column)) for column in zip(*parts, strict=True)]
    return distinct(joined)


def distinct(names: Sequence[str]) -> list[str]:
    """The names, blank ones called by position and repeated ones numbered."""
    seen = set(OWN_COLUMNS)
    result = []
    for position, name in enumerate(names, start=1):
        name = name or f"column {position}"
        candidate, number = name, 2
        while candidate.lower() in seen:
            candidate, number = f"{name} ({number})", number + 1
        seen.add(candidate.lower())
        result.append(candidate)
    return result


def _tidy(cell: str | None) -> str:
    return " ".join((cell or "").replace("\ufeff", "").split())
