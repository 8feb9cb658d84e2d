"""The rows of a count table, kept by column: a day of a cohort is a number in an array, never an object of its own."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa


@dataclass(frozen=True)
class Texts:
    """A column of texts: `codes` says for each row which of `values` it holds; a value may be None."""

    codes: np.ndarray
    values: list

    def __getitem__(self, rows) -> "Texts":
        return Texts(self.codes[rows], self.values)

    def among(self, wanted: Collection) -> np.ndarray:
        """For each row, whether its text is one of these."""
        return np.array([value in wanted for value in self.values], bool)[self.codes]

    def tolist(self) -> list:
        return [self.values[code] for code in self.codes]


class Table:
    """Columns of one length. Whole numbers are int64; numbers with empty cells are float64 with NaN."""

    def __init__(self, columns: dict[str, np.ndarray | Texts], size: int):
        self.columns, self.size = columns, size
        self._reached: dict[str, np.ndarray] = {}

    def total(self, name: str, begin: int, end: int) -> float:
        """The sum of a column over some rows; an empty cell adds nothing."""
        column = self.columns[name]
        if column.dtype != np.int64:
            return float(sum(x for x in column[begin:end].tolist() if x is not None and x == x))
        if name not in self._reached:
            self._reached[name] = np.concatenate(([0], column.cumsum()))
        reached = self._reached[name]
        return float(reached[end] - reached[begin])


class Counts:
    """Some of the rows of a count table that stand one after the other; iterating gives each as a dict."""

    def __init__(self, table: Table, begin: int = 0, end: int | None = None):
        self._table, self._begin = table, begin
        self._end = table.size if end is None else end

    @classmethod
    def of(cls, rows: "Counts | Iterable[dict]") -> "Counts":
        """Rows that are kept by column already, or a few written out one by one."""
        if isinstance(rows, Counts):
            return rows
        rows = list(rows)
        names = list(rows[0]) if rows else []
        return cls.read(pa.table({name: [row[name] for row in rows] for name in names}))

    @classmethod
    def read(cls, answer: pa.Table) -> "Counts":
        """What the database answered to the statement of a count table."""
        columns = {name: _column(answer[name]) for name in answer.column_names}
        return cls(Table(columns, answer.num_rows))

    @classmethod
    def of_columns(cls, columns: dict[str, "np.ndarray | Texts"]) -> "Counts":
        """Columns of one length."""
        first = next(iter(columns.values()))
        return cls(Table(columns, len(first.codes if isinstance(first, Texts) else first)))

    def __len__(self) -> int:
        return self._end - self._begin

    def __iter__(self) -> Iterator[dict]:
        names = self._table.columns
        each = (map(_known, self.column(name).tolist()) for name in names)
        return (dict(zip(names, row, strict=True)) for row in zip(*each, strict=True))

    def __contains__(self, name: str) -> bool:
        return name in self._table.columns

    @property
    def names(self) -> list[str]:
        """The columns, in order."""
        return list(self._table.columns)

    def column(self, name: str):
        """An array of numbers, or `Texts`."""
        return self._table.columns[name][self._begin : self._end]

    def total(self, name: str) -> float:
        """The sum of a column; an empty cell adds nothing."""
        return self._table.total(name, self._begin, self._end) if len(self) else 0.0

    def between(self, begin: int, end: int) -> "Counts":
        """The rows from `begin` up to, but not with, `end`."""
        return Counts(self._table, self._begin + begin, self._begin + end)

    @classmethod
    def stack(cls, many: "Sequence[Counts]", names: Iterable[str]) -> "tuple[Counts, np.ndarray]":
        """Some columns of the rows of all of them, one after the other, and for each row the number of its own."""
        tables = list({id(each._table): each._table for each in many if len(each)}.values())
        starts = dict(
            zip(map(id, tables), np.cumsum([0, *(table.size for table in tables)]), strict=False)
        )
        sizes = np.array([len(each) for each in many], np.int64)
        begins = np.array([starts.get(id(each._table), 0) + each._begin for each in many], np.int64)
        owner = np.repeat(np.arange(len(many)), sizes)
        rows = np.arange(len(owner)) + (begins - np.cumsum(sizes) + sizes)[owner]
        columns = {
            name: _joined([table.columns[name] for table in tables])[rows]
            for name in (names if tables else ())
        }
        return cls(Table(columns, len(rows))), owner

    def take(self, rows: np.ndarray) -> "Counts":
        """The rows that a mask or a list of places names, in that order."""
        columns = {name: self.column(name)[rows] for name in self._table.columns}
        return Counts(Table(columns, int(rows.sum()) if rows.dtype == bool else len(rows)))


NONE = Counts(Table({}, 0))
"""No rows."""


def _joined(columns: list) -> np.ndarray | Texts:
    """Columns of one name, one after the other."""
    if not isinstance(columns[0], Texts):
        return np.concatenate(columns)
    places: dict = {}
    codes = [
        np.array([places.setdefault(value, len(places)) for value in each.values], np.int64)[
            each.codes
        ]
        for each in columns
    ]
    return Texts(np.concatenate(codes), list(places))


def _column(column: pa.ChunkedArray) -> np.ndarray | Texts:
    kind = column.type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        coded = column.combine_chunks().dictionary_encode(null_encoding="encode")
        return Texts(coded.indices.to_numpy(), coded.dictionary.to_pylist())
    is_whole = pa.types.is_integer(kind) or (pa.types.is_decimal(kind) and not kind.scale)
    if pa.types.is_floating(kind) or pa.types.is_null(kind) or (is_whole and column.null_count):
        return column.cast(pa.float64(), safe=False).to_numpy()
    if is_whole:
        return column.cast(pa.int64()).to_numpy()
    # Sums of money stay exact until they are one number.
    return np.array([*column.to_pylist(), None], object)[:-1]


def _known(cell):
    """An empty cell of a column of numbers is NaN there, and None to whoever reads a row."""
    return None if cell != cell else cell
