"""Adding up a column of a count table."""


def total(rows: list[dict], column: str) -> float:
    """The sum of a column; an empty cell of the table adds nothing."""
    return float(sum(row[column] or 0 for row in rows))


def share_left_out(left_out: float, counted: float) -> float | None:
    """Units left out over all units of the cell; None where there are none."""
    return left_out / (left_out + counted) if left_out + counted else None
