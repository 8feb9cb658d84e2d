"""Draws shares of duties met as what is known to be met, with a dotted range for all that is open."""

from collections.abc import Sequence

from charts import format as reads
from charts.chart import Chart
from charts.compliance import Tally
from charts.describe import alternative_text
from languages import phrase

FEWEST = 2
"""Bars that make a chart."""


def share_chart(title: str, subtitle: str, told: Sequence[tuple[str, Tally]]) -> Chart | None:
    """A bar a named tally, in the order given; None where fewer than two have anything that applies."""
    marks = [_mark(name, each) for name, each in told if each.applicable]
    if len(marks) < FEWEST:
        return None
    return Chart(
        kind="bar",
        title=title,
        subtitle=subtitle,
        alt=alternative_text("bar", title, subtitle, marks),
        rows=tuple(marks),
        x="x",
        y="value",
        unit="share",
        y_title=phrase("Share of what applies"),
        lower="lower",
        upper="upper",
        categories=tuple(mark["x"] for mark in marks),
    )


def _mark(name: str, counted: Tally) -> dict:
    low, high = (reads.value(share, "share") for share in (counted.lower, counted.upper))
    return {
        "x": name,
        "name": name,
        "value": counted.lower,
        "lower": None,
        "upper": None,
        "bound_lower": counted.lower,
        "bound_upper": counted.upper,
        "quality": "reportable",
        "blank": None,
        "text": phrase("{counts} met, {low} to {high}", counts=counted.words, low=low, high=high)
        if low != high
        else phrase("{counts} met, {share}", counts=counted.words, share=low),
    }
