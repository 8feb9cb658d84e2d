"""The rows of a count table, apart by place: jurisdiction, breakdown and category, and there in order of their years."""

from bisect import bisect_left, bisect_right

import numpy as np

from metrics.counts import NONE, Counts, Texts

NO_YEAR = -1
"""Stands for an empty year, so that units without a date come first."""


class Years:
    """The rows of one place in order of their years."""

    def __init__(self, rows: Counts):
        self._rows = rows
        self._listed = years_of(rows).tolist() if len(rows) else []
        self._dated = bisect_right(self._listed, NO_YEAR)

    @property
    def without_year(self) -> Counts:
        return self._rows.between(0, self._dated)

    @property
    def with_year(self) -> Counts:
        return self._rows.between(self._dated, len(self._rows))

    def between(self, first: int, last: int) -> Counts:
        """The rows of the years from `first` to `last`."""
        begin = bisect_left(self._listed, first)
        end = bisect_left(self._listed, last + 1, begin)
        return self._rows.between(begin, end) if end > begin else NONE


def by_place(rows: Counts) -> dict[str, dict[tuple[str, str], Years]]:
    """jurisdiction -> (breakdown, category) -> rows; what nobody recorded is `unknown`."""
    found: dict[str, dict[tuple[str, str], Years]] = {}
    if not len(rows):
        return found
    texts = [rows.column(name) for name in ("jurisdiction", "breakdown")]
    texts.append(named(rows.column("category")))
    places = np.ravel_multi_index(
        [text.codes for text in texts], [len(text.values) for text in texts]
    )
    order = np.lexsort((years_of(rows), places))
    rows, places = rows.take(order), places[order]
    begins = np.flatnonzero(np.diff(places, prepend=-1))
    for begin, end in zip(begins.tolist(), [*begins[1:].tolist(), len(rows)], strict=True):
        members = np.unravel_index(places[begin], [len(text.values) for text in texts])
        jurisdiction, *place = (
            text.values[code] for text, code in zip(texts, members, strict=True)
        )
        found.setdefault(jurisdiction, {})[tuple(place)] = Years(rows.between(begin, end))
    return found


def years_of(rows: Counts) -> np.ndarray:
    """The year of each row, or NO_YEAR."""
    return np.nan_to_num(rows.column("period_year"), nan=NO_YEAR).astype(np.int64)


def named(category: Texts) -> Texts:
    """The categories with `unknown` for an empty one."""
    values = [value or "unknown" for value in category.values]
    distinct = list(dict.fromkeys(values))
    moved = np.array([distinct.index(value) for value in values], np.int64)
    return Texts(moved[category.codes], distinct)
