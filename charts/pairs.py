"""How a pair of groups is drawn, on screen and in print alike: its words, its marks and its axis."""

from math import floor, log10
from textwrap import wrap

from charts.chart import Chart
from charts.format import BLANKS
from charts.joining import named, with_commas
from charts.release_words import inside

MOST_TICKS = 5


def in_words(chart: Chart, row: dict, width: int) -> str:
    """The pair and what is said of it, in lines of `width` characters; a blank with its shorthand."""
    said = [row[chart.label]] if chart.label and row[chart.label] else []
    if row.get("blank"):
        said.append(f"{BLANKS[row['blank']].shorthand} {inside(row['blank_label'])}")
    parts = [row[chart.x], with_commas(said)] if said else [row[chart.x]]
    together = named(*parts) if said else parts[0]
    # What is said begins a line of its own where it would be broken.
    told = [together] if len(together) <= width else parts
    return "\n".join(line for part in told for line in wrap(part, width))


def stands_out(chart: Chart, row: dict) -> bool:
    """True where a pair is drawn thick and with another shape."""
    return bool(chart.marked and row[chart.marked])


def is_unsure(row: dict) -> bool:
    """True where nothing can be said of a pair."""
    return row["quality"] in ("very_uncertain", "blank")


def ends(chart: Chart, row: dict) -> list[float]:
    """The marks of a pair that are there, the group first."""
    return [row[key] for key in (chart.y, chart.second) if row[key] is not None]


def on_the_right(chart: Chart, row: dict) -> str:
    """The key of the mark further to the right, so that the numbers stand outside the pair."""
    if row[chart.y] is None or row[chart.second] is None:
        return chart.y if row[chart.second] is None else chart.second
    return chart.y if row[chart.y] >= row[chart.second] else chart.second


def ticks(chart: Chart) -> tuple[list[float], float]:
    """Round numbers from zero to the highest mark, and that mark."""
    highest = max((end for row in chart.rows for end in ends(chart, row)), default=0) or 1.0
    power = 10 ** floor(log10(highest / MOST_TICKS))
    step = next(s * power for s in (1, 2, 5, 10) if s * power * MOST_TICKS >= highest)
    marked = [step * order for order in range(MOST_TICKS + 1) if step * order <= highest * 1.001]
    return marked, highest
