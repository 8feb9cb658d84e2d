"""Builds a grid of lines and columns, with words in every cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.chart import Chart
from charts.describe import alternative_text, no_number
from charts.format import BLANKS, is_missing
from charts.joining import with_commas


@dataclass(frozen=True)
class Cell:
    """A cell: its line and column, the words that stand in it, and the number its depth comes from.

    `value` is None where words stand without a number, as for a range; `blank` is the code of a blank.
    """

    line: str
    column: str
    value: float | None
    words: str
    blank: str | None = None

    def __post_init__(self):
        has_value = not is_missing(self.value)
        if self.blank and has_value:
            raise ValueError(f"{self.line}, {self.column} is blank and has a number")
        if self.blank and self.blank not in BLANKS:
            raise ValueError(f"{self.blank} is no kind of blank")
        if not self.blank and not self.words.strip():
            raise ValueError(
                f"{self.line}, {self.column} has no words, and colour alone says nothing"
            )
        if has_value and self.value < 0:
            raise ValueError(f"{self.line}, {self.column} lies below zero, which depth cannot show")


def heat(
    title: str,
    subtitle: str,
    cells: Sequence[Cell],
    *,
    unit: str,
    y_title: str,
    columns: Sequence[str] = (),
    strand: Sequence[dict] = (),
) -> Chart | None:
    """Lines in the order they come, `columns` in theirs or, where none are given, as they come.

    None without cells; ValueError where a cell comes twice.
    """
    if not cells:
        return None
    if len({(cell.line, cell.column) for cell in cells}) != len(cells):
        raise ValueError("a cell comes twice")
    marks = [_mark(cell) for cell in cells]
    lines = [
        {
            "name": line,
            "text": with_commas(f"{m['x']} {m['text']}" for m in marks if m["line"] == line),
        }
        for line in dict.fromkeys(cell.line for cell in cells)
    ]
    return Chart(
        kind="heat",
        title=title,
        subtitle=subtitle,
        alt=alternative_text("heat", title, subtitle, lines),
        rows=tuple(marks),
        x="x",
        y="value",
        unit=unit,
        y_title=y_title,
        series="line",
        categories=tuple(columns) or tuple(dict.fromkeys(cell.column for cell in cells)),
        strand=tuple(strand),
        label="words",
    )


def _mark(cell: Cell) -> dict:
    label = BLANKS[cell.blank].label if cell.blank else None
    return {
        "x": cell.column,
        "line": cell.line,
        "value": None if is_missing(cell.value) else cell.value,
        "words": cell.words,
        "name": with_commas([cell.line, cell.column]),
        "text": no_number(label) if cell.blank else cell.words,
        "quality": "blank" if cell.blank else "reportable",
        "blank": cell.blank,
        "blank_label": label,
    }
