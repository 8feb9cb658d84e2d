"""What a page is made of once its HTML is read: plain words, in the order in which they were shown."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `style` is sentence, note or quote. Lines within it are told apart by line feeds."""

    text: str
    style: str = "sentence"

    @property
    def words(self) -> list[str]:
        """All text, in order."""
        return [self.text]


@dataclass(frozen=True)
class Bullets:
    """A list; tiles are lists too, whose items have several lines."""

    items: tuple[str, ...]
    are_tiles: bool = False

    @property
    def words(self) -> list[str]:
        """All text, in order."""
        return list(self.items)


@dataclass(frozen=True)
class Facts:
    """(term, what is said about it)."""

    pairs: tuple[tuple[str, str], ...]

    @property
    def words(self) -> list[str]:
        """All text, in order."""
        return [each for pair in self.pairs for each in pair]


@dataclass(frozen=True)
class Table:
    """A table whose first column names its rows; `numeric` are the positions of columns of numbers."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()

    @property
    def words(self) -> list[str]:
        """All text, in order."""
        return [self.caption, *self.headings, *(cell for row in self.rows for cell in row)]
