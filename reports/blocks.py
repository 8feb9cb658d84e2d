"""What a report and a page are made of: words, tables and pictures in reading order. Nothing here knows a file format.

`language` names the language of a block whose words are not in that of its document: readers' software is told.
"""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Heading:
    """A heading; `level` 1 is a chapter (of a page: its title, so there 2 and 3). `anchor` names the place for links."""

    level: int
    text: str
    anchor: str = ""
    language: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `style` is sentence, lead, note, warning, quote or about, which says what the next block is about. Lines within it are told apart by line feeds."""

    text: str
    style: str = "sentence"
    language: str = ""

    @property
    def words(self) -> list[str]:
        """All text, in order."""
        return [self.text]


@dataclass(frozen=True)
class Bullets:
    """A list; tiles are lists too, whose items have several lines."""

    items: tuple[str, ...]
    are_tiles: bool = False
    language: str = ""

    @property
    def words(self) -> list[str]:
        """All text, in order."""
        return list(self.items)


@dataclass(frozen=True)
class Facts:
    """(term, what is said about it)."""

    pairs: tuple[tuple[str, str], ...]
    language: str = ""

    @property
    def words(self) -> list[str]:
        """All text, in order."""
        return [each for pair in self.pairs for each in pair]


@dataclass(frozen=True)
class Table:
    """A table whose first column names its rows; `numeric` are the positions of columns of numbers.

    `note` stands below it. `widths` are shares of the width, one a column; empty leaves it to the layout.
    `column_languages` are those of the cells of each column, empty where they are in that of the table.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    note: str = ""
    widths: tuple[float, ...] = ()
    language: str = ""
    column_languages: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        """All text, in order."""
        return [self.caption, *self.headings, *(cell for row in self.rows for cell in row)]


@dataclass(frozen=True)
class Drawn:
    """A chart as SVG with its alternative text, its title, and the note below it: source, period, how to read it."""

    svg: str
    alt: str
    title: str
    note: str = ""

    @property
    def words(self) -> list[str]:
        """All text that is set as text."""
        return [self.title, self.alt, self.note]


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a new page; `is_whole` asks to keep it on that one page, down to the next of these."""

    is_whole: bool = False


@dataclass(frozen=True)
class Report:
    """A report, to be written as PDF, DOCX or HTML.

    `facts` stand on the cover (published, data as of, release, content hash...); `mark` is what every page of a
    made-up release carries, `warning` what a reader must know before anything else; `foot` are the lines at the
    foot of every page. `day` is the day of publication, the only clock a file may know.
    """

    title: str
    place: str
    period: str
    language: str
    direction: str
    day: date
    facts: tuple[tuple[str, str], ...]
    foot: tuple[str, ...]
    description: str = ""
    mark: str = ""
    warning: str = ""
    blocks: tuple = field(default=())
