"""The one description of a chart. Screen and print each draw it with a renderer of their own."""

from dataclasses import dataclass

KINDS = (
    *("line", "bar", "staircase", "funnel", "forest", "control"),
    *("curve", "stacked", "dumbbell", "heat", "multiples"),
)
MOST_SERIES = 4
"""More lines than this cannot be told apart in print, nor by people who see colours differently."""


@dataclass(frozen=True)
class Reference:
    """A level to compare with: a line across the chart, with its words."""

    value: float
    label: str


CURVE_STYLES = ("centre", "inner", "outer", "dispersed")
"""What a curve is: the centre; the limits of 95 %; those of 99.8 % or of natural variation; those that allow for places differing anyway."""


@dataclass(frozen=True)
class Curve:
    """A line behind the marks: `points` are (x, value) in drawing order, `style` one of CURVE_STYLES.

    `label` names the curve in the key, once for a pair of limits: the other of the pair has none.
    """

    style: str
    points: tuple[tuple, ...]
    label: str = ""

    def __post_init__(self):
        if self.style not in CURVE_STYLES:
            raise ValueError(f"a curve is one of {', '.join(CURVE_STYLES)}")


@dataclass(frozen=True)
class Chart:
    """A chart as data; nothing in it knows how it is drawn.

    kind      line: `y` over `x` (period), one line a `series`, interval as a band.
              bar: one bar a `x` (place or category), interval as a whisker; read from top to bottom.
              staircase: like bar, but the `x` are stages in the order they are passed, drawn upright.
              funnel: points of places, `y` over `x` (a size, so a number), between `curves`; no whiskers.
              forest: like bar, but `y` is a difference, on both sides of `reference` (zero).
              control: one line over `x` (period) between `curves`: the centre and its limits.
              curve: like line, but `x` is a number (months since the start), and counts stand `under` the axis;
              `categories` are the numbers the axis names, as words ("0", "12"); series in `open_series` are thin
              dotted lines without points: how far what is not known could move the others.
              stacked: one lying bar a `x`, cut into the shares of its `series`, which add up to one;
              those in `open_series` are not decided or not heard, and are drawn in grey. A blank bar
              is one row with an empty `series`. See `charts.shares`.
              dumbbell: one line a `x` with two marks: `y` and `second` (the reference); `label` beside it;
              what is very_uncertain or blank is grey and has no numbers. See `charts.dumbbell`.
              heat: a grid of `x` (columns, in `categories`) by `series` (lines); `y` is the depth, `label` its words. See `charts.heat`.
              multiples: small charts of one kind side by side, each in `panels`; `rows` are those of all panels.
              `unit` is that of all panels where their heights may be compared, else empty; a panel's `title`
              and `subtitle` (a sign and a few words, may be empty) stand above it.
    title     what is shown; `subtitle` adds measure, place and period, in that order.
    alt       what a reader who does not see the chart has to know, with its numbers.
    rows      one dict a mark, in drawing order. Keys: those named by `x`, `y`, `series`, `lower`,
              `upper`, and always `text` (value and interval in words, for hover) and `quality`.
              `y` is None where a point must not be drawn: with limits, draw the interval alone;
              without, leave a gap. `quality` is one of reportable, use_with_care, very_uncertain
              (interval alone), provisional (dashed, hollow) or blank. A blank mark names its kind
              in `blank` and its words in `blank_label`; `bound_lower` and `bound_upper` say how far the unseen could move a mark.
    unit      value_unit of the metric, or points for a difference of shares: decides the axis format;
              see `charts.units`.
    y_title   words for the axis of values; `x_title` may be empty where the labels say it all.
    strand    the results it was drawn from, for what is said beside it.
    categories  every `x` in order, also those without a mark, so that a gap shows as a gap.
    curves    lines behind the marks.
    second    key of a second, lighter mark of the same row (an adjusted or a pulled value, None where
              there is none), with `second_lower` and `second_upper`; `second_label` says what it is.
    marked    key that is true where a mark stands out: another shape, a darker colour.
    label     key of words to stand beside a mark; empty where none are needed.
    is_log    sizes along `x` differ so much that they are drawn by their logarithm.
    open_series  names in `series` that stand for what is not decided, not heard or not known.
    under     lines of words below the axis: (what they are, one text a category).
    panels    the charts of a `multiples`.

    Rows of a staircase may have `lost` (share that fell away since the step before, drawn as a pattern behind
    the bar) and `lost_label` (its words, reasons included); such a staircase lies, to have room for them.
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
    curves: tuple[Curve, ...] = ()
    second: str | None = None
    second_lower: str | None = None
    second_upper: str | None = None
    second_label: str = ""
    marked: str | None = None
    label: str | None = None
    is_log: bool = False
    open_series: tuple[str, ...] = ()
    under: tuple[tuple[str, tuple[str, ...]], ...] = ()
    panels: tuple["Chart", ...] = ()

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
