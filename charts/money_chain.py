"""How much of a sum of money gets from one step to the next: each step with the amount it began from."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts import format as reads
from charts.chart import Chart
from charts.describe import DRAWN_AS, blank_words, drawn_in_words, quality
from charts.format import is_missing
from charts.joining import in_turn, named, with_commas
from charts.release_words import inside
from languages import phrase


@dataclass(frozen=True)
class Step:
    """A link of a chain: of the money that was `begun` (Traced), how much was `reached` (Frozen).

    `row` is a result of a metric whose denominator is the sum begun from and whose numerator is the
    sum that got there; None where nothing is told of it.
    """

    begun: str
    reached: str
    row: dict | None

    @property
    def is_hidden(self) -> bool:
        """True where one of the two sums cannot be read."""
        return self.row is None or any(is_missing(self.row[side]) for side in SIDES)

    @property
    def is_empty(self) -> bool:
        """True where there was nothing to begin from, so that the step does not arise."""
        return not self.is_hidden and not self.row["denominator"]

    @property
    def share(self) -> str:
        """The share that got there with its interval; the interval alone, or why there is none."""
        if self.is_hidden or quality(self.row) == "blank":
            return self.why
        limits = reads.interval(self.row["lower"], self.row["upper"], "share")
        if quality(self.row) == "very_uncertain":
            return (
                phrase("somewhere in {limits}", limits=limits)
                if limits
                else phrase("very uncertain")
            )
        said = reads.value(self.row["value"], "share")
        return (
            phrase("{value}, 95% interval {limits}", value=said, limits=limits) if limits else said
        )

    @property
    def why(self) -> str:
        """Why there is no number, in words."""
        if self.row is None or is_missing(self.row["blank"]):
            return phrase("nothing is told")
        return inside(blank_words(self.row).label)

    def amount(self, side: str) -> str:
        """The sum in its currency, or that it cannot be read; `side` is one of SIDES."""
        if self.row is None or is_missing(self.row[side]):
            is_kept = self.row is not None and self.row["blank"] == "suppressed"
            return phrase("Hidden") if is_kept else phrase("Not told")
        return reads.value(self.row[side], "money", self.row["currency"])

    @property
    def when(self) -> str:
        """The period of the money begun from."""
        return reads.period(self.row["period_start"], self.row["period_end"]) if self.row else ""

    @property
    def statement(self) -> str:
        """The same with the share: (57.7%, 95% interval 49.4% to 66.0%); or why there is none."""
        if self.is_hidden or self.is_empty:
            return named(self.name, self.share)
        return f"{self.sums} ({self.share})"

    @property
    def name(self) -> str:
        """Traced, then frozen."""
        return phrase("{begun}, then {reached}", begun=self.begun, reached=inside(self.reached))

    @property
    def sums(self) -> str:
        """Of XDM 3,190,000 traced in 2024, XDM 1,840,000 was frozen."""
        return phrase(
            "of {whole} {begun} in {period}, {part} was {reached}",
            whole=self.amount("denominator"),
            begun=inside(self.begun),
            period=self.when,
            part=self.amount("numerator"),
            reached=inside(self.reached),
        )


SIDES = ("numerator", "denominator")
DIGITS = 3
"""Significant digits of a sum of money in a release."""


def chain_chart(steps: Sequence[Step], currency: str, *, title: str, subtitle: str) -> Chart | None:
    """Bars of sums: for each step what it began from and, below, what got there and what did not.

    The assets or claims of one step are not those of the step before, so its sum stands on its own,
    but for a sum that is the same. None where no step can be read.
    """
    if not any(not step.is_hidden and not step.is_empty for step in steps):
        return None
    marks: list[dict] = []
    for step in steps:
        if not _goes_on(marks, step):
            marks.append(_begin(step))
        marks.append(_reach(step))
    listed = in_turn(step.statement for step in steps)
    return Chart(
        kind="staircase",
        title=title,
        subtitle=subtitle,
        alt=drawn_in_words(DRAWN_AS["staircase"], title, subtitle, listed),
        rows=tuple(marks),
        x="x",
        y="value",
        unit="money",
        y_title=currency,
        lower="lower",
        upper="upper",
        categories=tuple(mark["x"] for mark in marks),
        strand=tuple(step.row for step in steps if step.row),
        label="label",
    )


def as_told(amount: float) -> float:
    """Rounded as sums of a release are: a difference of rounded sums is no finer than they are."""
    return float(f"{amount:.{DIGITS}g}")


def _goes_on(marks: list[dict], step: Step) -> bool:
    """True where the bar before is the very sum this step begins from."""
    if not marks or marks[-1]["value"] is None or step.is_hidden:
        return False
    return marks[-1]["value"] == step.row["denominator"] and marks[-1]["when"] == step.when


def _begin(step: Step) -> dict:
    value = None if step.is_hidden else step.row["denominator"]
    name = with_commas([step.begun, step.when])
    label = step.amount("denominator")
    return _mark(step, name, value) | {"text": label, "label": label}


def _reach(step: Step) -> dict:
    value = None if step.is_hidden else step.row["numerator"]
    mark = _mark(step, phrase("{reached}, of this", reached=step.reached), value)
    said = f"{step.amount('numerator')} ({step.share})"
    mark |= {"text": said, "label": said}
    missing = 0 if step.is_hidden else step.row["denominator"] - step.row["numerator"]
    # Assets may have grown between two steps; then nothing fell away.
    if missing > 0:
        gone = reads.value(as_told(missing), "money", step.row["currency"])
        mark |= {
            "lost": missing,
            "lost_label": phrase(
                "About {amount} was not {reached}, or not yet",
                amount=gone,
                reached=inside(step.reached),
            ),
        }
    return mark


def _mark(step: Step, name: str, value: float | None) -> dict:
    blank = step.row["blank"] if value is None and step.row else None
    return {
        "x": name,
        "name": name,
        "value": value,
        "lower": None,
        "upper": None,
        "quality": "blank" if value is None else "reportable",
        "blank": blank,
        "blank_label": blank_words(step.row).label if blank else None,
        "lost": None,
        "lost_label": "",
        "when": step.when,
    }
