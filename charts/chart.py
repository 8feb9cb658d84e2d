"""The one description of a chart. Screen and print each draw it with a renderer of their own."""

from dataclasses import dataclass

KINDS = ("line", "bar", "staircase")
MOST_SERIES = 4
"""More lines than this cannot be told apart in print, nor by people who see colours differently."""


@dataclass(frozen=True)
class Reference:
    """A level to compare with: a line across the chart, with its words."""

    value: float
    label: str


@dataclass(frozen=True)
class Chart:
    """A chart as data; nothing in it knows how it is drawn.

    kind      line: `y` over `x` (period), one line a `series`, interval as a band.
              bar: one bar a `x` (place or category), interval as a whisker; read from top to bottom.
              staircase: like bar, but the `x` are stages in the order they are passed, drawn upright.
    title     what is shown; `subtitle` adds measure, place and period, in that order.
    alt       what a reader who does not see the chart has to know, with its numbers.
    rows      one dict a mark, in drawing order. Keys: those named by `x`, `y`, `series`, `lower`,
              `upper`, and always `text` (value and interval in words, for hover) and `quality`.
              `y` is None where a point must not be drawn: with limits, draw the interval alone;
              without, leave a gap. `quality` is one of reportable, use_with_care, very_uncertain
              (interval alone), provisional (dashed, hollow) or blank. A blank mark names its kind
              in `blank` and its words in `blank_label`; `bound_lower` and `bound_upper` say how far the unseen could move a mark.
    unit      value_unit of the metric: decides the axis format; see `charts.format`.
    y_title   words for the axis of values; `x_title` may be empty where the labels say it all.
    strand    the results it was drawn from, for what is said beside it.
    categories  every `x` in order, also those without a mark, so that a gap shows as a gap.
    """

    kind: str
    title: str
    subtitle: str
    alt: str
    rows: tuple[dict, ...]
    x: str
    y: str
    unit: str
    y_title: str
    x_title: str = ""
    series: str | None = None
    lower: str | None = None
    upper: str | None = None
    categories: tuple[str, ...] = ()
    reference: Reference | None = None
    strand: tuple[dict, ...] = ()

    def __post_init__(self):
        if self.kind not in KINDS:
            raise ValueError(f"a chart is one of {', '.join(KINDS)}")
        if not self.alt.strip():
            raise ValueError("a chart without alternative text is not shown")

    @property
    def series_names(self) -> tuple[str, ...]:
        """The series in the order they first appear; empty when there is one unnamed series."""
        if self.series is None:
            return ()
        return tuple(dict.fromkeys(row[self.series] for row in self.rows))
