"""What becomes of complaints: how many were received, handled independently, closed, upheld, answered by discipline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from charts import format as reads
from charts.chart import Chart
from charts.describe import alternative_text, blank_words, no_number
from charts.format import is_missing
from charts.joining import with_commas
from charts.labels import Labels
from charts.release_words import inside
from charts.select import number
from languages import later, phrase, whole


@dataclass(frozen=True)
class Step:
    """One step: its words, the metric whose upper count it is, and what it is counted among."""

    english_words: str
    metric_id: str
    english_among: str

    @property
    def words(self) -> str:
        return phrase(self.english_words)

    @property
    def among(self) -> str:
        return phrase(self.english_among)


STEPS = (
    Step(later("Received"), "complaints_received", later("received in the period")),
    Step(
        later("Investigated independently"), "independent_handling", later("received in the period")
    ),
    Step(later("Closed"), "complaint_clearance", later("closed in the period, whenever received")),
    Step(later("Upheld in full or in part"), "complaints_upheld", later("decided in the period")),
    Step(
        later("Led to discipline"),
        "complaint_sanctions",
        later("closed in the period, whenever received"),
    ),
)
METRICS = tuple(step.metric_id for step in STEPS)


def chain(rows: Sequence[dict]) -> dict[str, dict]:
    """Metric -> its row, of the newest period in which most steps have a count; {} for none.

    `rows` are totals of one place and scope, of the metrics of STEPS.
    """
    periods: dict[tuple, dict[str, dict]] = {}
    for row in rows:
        periods.setdefault((row["period_end"], row["period_start"]), {})[row["metric_id"]] = row
    if not periods:
        return {}
    best = max(periods, key=lambda days: (_counts(periods[days]), days))
    return periods[best]


def chain_chart(found: Mapping[str, dict], labels: Labels) -> Chart | None:
    """A bar a step; None where fewer than two steps have a count."""
    if _counts(found) < 2:
        return None
    marks = [_mark(step, found.get(step.metric_id)) for step in STEPS]
    first = next(iter(found.values()))
    place = labels.place(first["jurisdiction"])
    when = reads.period(first["period_start"], first["period_end"])
    told = [
        phrase("{count} {step}", count=whole(mark["value"]), step=inside(mark["x"]))
        for mark in marks
        if mark["value"] is not None
    ]
    title = phrase(
        "In {place}, complaints in {period}: {steps}",
        place=place,
        period=when,
        steps=with_commas(told),
    )
    subtitle = with_commas([phrase("Number of complaints"), place, when])
    return Chart(
        kind="bar",
        title=title,
        subtitle=subtitle,
        alt=alternative_text("bar", title, subtitle, marks),
        rows=tuple(marks),
        x="x",
        y="value",
        unit="count",
        y_title=phrase("Complaints"),
        lower="lower",
        upper="upper",
        categories=tuple(mark["x"] for mark in marks),
        strand=tuple(found.values()),
    )


def _counts(found: Mapping[str, dict]) -> int:
    return sum(not is_missing(row["numerator"]) for row in found.values())


def _mark(step: Step, row: dict | None) -> dict:
    counted = None if row is None or is_missing(row["numerator"]) else number(row["numerator"])
    blank = "not_reported" if row is None else row["blank"]
    blank = None if counted is not None or is_missing(blank) else blank
    label = None
    if blank:
        label = reads.BLANKS[blank].label if row is None else blank_words(row).label
    text = no_number(label) if label else phrase("no number")
    if counted is not None:
        text = phrase("{count} complaints, {among}", count=reads.count(counted), among=step.among)
    return {
        "x": step.words,
        "name": step.words,
        "value": counted,
        "lower": None,
        "upper": None,
        "text": text,
        "quality": "blank" if counted is None else "reportable",
        "blank": blank,
        "blank_label": label,
        "bound_lower": None,
        "bound_upper": None,
    }
