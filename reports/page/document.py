"""What a page showed, in the order it was shown: what its files are made from."""

from dataclasses import dataclass, field
from datetime import date

from charts.chart import Chart
from reports.blocks import Heading as Heading


@dataclass(frozen=True)
class Shown:
    """HTML as the page showed it: paragraphs, lists, tables. It is read when a file is made, not before."""

    html: str


@dataclass(frozen=True)
class Picture:
    """A chart; its alternative text travels with it. `reading_key` explains its marks."""

    chart: Chart
    reading_key: str = ""


@dataclass(frozen=True)
class Drawing:
    """A chart on its own, for a file of its own; `source` is the line that says where it comes from."""

    chart: Chart
    reading_key: str
    source: str


@dataclass(frozen=True)
class Code:
    """SQL, word for word."""

    text: str


@dataclass
class Document:
    """A page. `address` is its path with what was chosen, `choices` the same in words, filter -> choice.

    `warnings` are among the blocks as well; `language` is that in which the page was shown.
    """

    address: str
    release_id: str
    content_hash: str
    released_on: date
    data_date: date | None
    is_synthetic: bool
    title: str = ""
    question: str = ""
    choices: dict[str, str] = field(default_factory=dict)
    blocks: list = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    language: str = "en"
