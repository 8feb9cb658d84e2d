"""Adding up a column of a count table."""

from collections.abc import Sequence
from itertools import groupby

from metrics.counts import Counts


def total(rows: Counts | Sequence[dict], column: str) -> float:
    """The sum of a column; an empty cell of the table adds nothing."""
    if isinstance(rows, Counts):
        return rows.total(column)
    return float(sum(row[column] or 0 for row in rows))


def share_left_out(left_out: float, counted: float) -> float | None:
    """Units left out over all units of the cell; None where there are none."""
    return left_out / (left_out + counted) if left_out + counted else None


def by_currency(rows: Counts | Sequence[dict]) -> dict[str | None, list[dict]]:
    """The rows of each currency by themselves: currencies are never added up."""
    ordered = sorted(rows, key=lambda row: row["currency"] or "")
    return {name: list(group) for name, group in groupby(ordered, key=lambda row: row["currency"])}


def two_largest(rows: Counts | Sequence[dict]) -> dict[str, float | None]:
    """The two largest amounts of all rows together, from those of each."""
    names = ("largest", "second_largest")
    known = (row[name] for row in rows for name in names)
    ordered = sorted((float(each) for each in known if each is not None), reverse=True)
    return dict(zip(names, [*ordered, None, None], strict=False))
