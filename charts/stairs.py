"""Stages one below the other, each with its name, its bar, what fell away before it, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from charts import format as reads
from charts.chart import Chart
from charts.format import BLANKS, is_missing
from charts.joining import named
from charts.release_words import inside
from languages import phrase


@dataclass(frozen=True)
class Measures:
    """Pixels of a line of words, of a bar, and between two stages; characters of a line."""

    line: float
    bar: float
    room: float
    width: int


@dataclass(frozen=True)
class Stair:
    """One stage. `name` and `why` are lines of words that begin at their tops; `middle` is that of the bar.

    `level` is where the stage before it ended, None where nothing is known to have fallen away.
    """

    row: dict
    name: list[str]
    name_top: float
    middle: float
    level: float | None
    why: list[str]
    why_top: float
    end: float


def stairs(chart: Chart, measures: Measures) -> Iterator[Stair]:
    """The stages in order, in pixels from the top."""
    top, before = 0.0, None
    for row in chart.rows:
        name = wrap(_told(chart, row), measures.width)
        middle = top + measures.line * len(name) + 4 + measures.bar / 2
        why_top = middle + measures.bar / 2 + 2
        why = wrap(row.get("lost_label") or "", measures.width)
        end = why_top + measures.line * len(why) + measures.room
        value = row[chart.y]
        fell = not is_missing(row.get("lost")) and None not in (before, value) and before > value
        yield Stair(row, name, top, middle, before if fell else None, why, why_top, end)
        top, before = end, value


def has_losses(chart: Chart) -> bool:
    """True where what fell away is told, for which lying bars have room."""
    return any(not is_missing(row.get("lost")) or row.get("lost_label") for row in chart.rows)


def _told(chart: Chart, row: dict) -> str:
    """The stage and its number, or why it has none."""
    if chart.label and row.get(chart.label):
        said = row[chart.label]
    elif row[chart.y] is not None:
        said = reads.value(row[chart.y], chart.unit)
    elif row.get("blank"):
        said = f"{BLANKS[row['blank']].shorthand} {inside(row['blank_label'])}"
    else:
        limits = reads.interval(row["lower"], row["upper"], chart.unit)
        said = phrase("somewhere in {limits}", limits=limits)
    return named(row[chart.x], said)
