"""An attack on the hidden counts of a release by its own tables, with the truth beside it for the tester."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tests.attacks.control import LEAST
from tests.attacks.narrowing import Programmes, along_lines, known, lines_of
from tests.attacks.reading import Book, read

ROOM = 3


@dataclass(frozen=True)
class Attack:
    """A book with its truth, and everything that a reader needs to be told only once."""

    book: Book
    truth: np.ndarray

    @cached_property
    def lines(self):
        return lines_of(self.book)

    @cached_property
    def bounds(self):
        return along_lines(self.lines, *known(self.book, self.truth))

    @cached_property
    def programmes(self):
        return Programmes(self.lines, *self.bounds)

    @cached_property
    def from_court(self):
        """What facts of open court alone would tell: nobody's secret."""
        is_open = self.book.cells["is_public"].to_numpy(bool) & ~np.isnan(self.book.told)
        told = np.where(is_open, self.book.told, np.nan)
        lower = np.where(is_open, told, np.where(self.truth > 0, 1.0, 0.0))
        return along_lines(self.lines, lower, np.where(is_open, told, np.inf))

    @cached_property
    def is_hidden(self):
        cells = self.book.cells
        hidden = np.isnan(self.book.told) & cells["is_suppressed"].to_numpy(bool)
        return hidden & ~np.isnan(self.truth) & ~cells["is_public"].to_numpy(bool)

    @cached_property
    def is_small(self):
        return self.is_hidden & (self.truth > 0) & (self.truth < LEAST)

    @cached_property
    def wanted(self):
        """The lowest and the highest count that must stay possible of a small one."""
        low = self.truth - np.minimum(self.truth - 1, ROOM)
        high = np.maximum(LEAST, self.truth + ROOM)
        return np.maximum(low, self.from_court[0]), np.minimum(high, self.from_court[1])

    def words(self, cells) -> str:
        """Which counts, never how many: for the message of a failed test."""
        told = self.book.cells.loc[cells, ["set_id", "jurisdiction", "start", "breakdown"]]
        return f"{len(told)} counts\n{told.head(12).to_string()}"


def attack_on(tables: dict, true) -> Attack:
    """`true` has numerators and denominators of the index of the results."""
    book = read(tables)
    return Attack(book, book.truth(true))
