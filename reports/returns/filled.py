"""A return filled from a release: every entry with its number or its blank, and the row it was taken from."""

from dataclasses import dataclass
from datetime import date

from reports.returns.blanks import CONFIDENTIAL
from reports.returns.form import Answer, Cell, Lacking, Return, Split


@dataclass(frozen=True)
class Figure:
    """A number or its blank for one period; `row` is the row of `results` behind it, if there is one.

    A text cell has `texts` in place of a number: words of agencies and laws, to be shown as they stand.
    """

    start: date
    end: date
    number: float | None = None
    blank: str | None = None
    row: dict | None = None
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A row of the filled form: a category asked for, with a figure a year and what stands beside it.

    `code` is the release's category that was taken; empty where there is none. `beside` holds figures that are not
    what the form asks: those of other periods and, where the answer differs, the nearest there are.
    """

    cell: Cell
    answer: Answer | None = None
    split: Split | None = None
    lacking: Lacking | None = None
    asked: str = ""
    why: str = ""
    breakdown: str = "total"
    code: str = ""
    currency: str | None = None
    figures: tuple[Figure, ...] = ()
    beside: tuple[Figure, ...] = ()

    @property
    def blanks(self) -> tuple[str, ...]:
        """The blanks of its years, one a year that has one."""
        return tuple(figure.blank for figure in self.figures if figure.blank)

    @property
    def is_confidential(self) -> bool:
        """True where a number is kept back here that the State may hold."""
        return any(blank in CONFIDENTIAL for blank in self.blanks)


@dataclass(frozen=True)
class Filled:
    """A return for one place and its year or years, with what makes every number traceable."""

    form: Return
    place: str
    place_name: str
    years: tuple[int, ...]
    release: dict
    mark: str
    definitions: dict[str, dict]
    labels: object
    holders: dict[str, tuple[str, ...]]
    entries: tuple[Entry, ...]
    binds: str = ""
    because: tuple[str, ...] = ()

    def of_cell(self, cell: Cell) -> tuple[Entry, ...]:
        """The entries of one cell, in order."""
        return tuple(entry for entry in self.entries if entry.cell.id == cell.id)

    @property
    def numbers(self) -> int:
        """Entries and years that have a number or a text."""
        return sum(not figure.blank for entry in self.entries for figure in entry.figures)

    @property
    def blanks(self) -> dict[str, int]:
        """Blank -> entries and years that have it."""
        found: dict[str, int] = {}
        for entry in self.entries:
            for blank in entry.blanks:
                found[blank] = found.get(blank, 0) + 1
        return found
