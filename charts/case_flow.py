"""Staircases of a cohort: who reached each step in time, of all who entered, and where they went no further."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts import format as reads
from charts.chart import Chart
from charts.cohorts import in_words, span
from charts.describe import alternative_text, blank_words, quality
from charts.format import is_missing
from charts.from_results import mark
from charts.in_brief import has_point, range_of
from charts.labels import Labels

ORDER = ("investigated", "charged", "tried", "convicted")
"""Stages of `attrition` in the order they are passed."""


@dataclass(frozen=True)
class Step:
    """One stair: its name, what reaching it is called in a sentence, its result and the definition of that."""

    name: str
    reached: str
    row: dict
    definition: dict


def victim_steps(definition: dict, rows: Sequence[dict], labels: Labels) -> list[Step]:
    """The stages of one place and one cohort, whatever is known of each."""
    by_stage = {row["category"]: row for row in rows if row["breakdown"] == "stage"}
    order = [stage for stage in ORDER if stage in by_stage]
    order += sorted(set(by_stage) - set(ORDER))
    return [
        Step(labels.category("stage", stage), REACHED.get(stage, ""), by_stage[stage], definition)
        for stage in order
    ]


REACHED = {
    "investigated": "saw their case investigated",
    "charged": "saw somebody charged",
    "tried": "saw a trial begin",
    "convicted": "saw a conviction",
}


def entered(steps: Sequence[Step]) -> float | None:
    """How many entered; None where that is hidden, or not the same at every step."""
    counted = {step.row["denominator"] for step in steps}
    only = counted.pop() if len(counted) == 1 else None
    return None if is_missing(only) else only


def staircase(
    steps: Sequence[Step], labels: Labels, *, first: str, people: str, unit: str
) -> Chart | None:
    """`first` names the stair on which all stand, `people` are those who entered, in words.

    None where no step has a number or a range.
    """
    marks = [_mark(step, labels) for step in steps]
    if not any(_is_drawn(each) for each in marks):
        return None
    _lose(marks)
    size = entered(steps)
    if size:
        marks.insert(0, _all(first, size, unit))
    last = steps[-1].row
    title = headline(steps, labels, people)
    subtitle = (
        f"Share of {people} who reached each step within {reads.horizon(last['horizon_days'])}, "
        f"{labels.place(last['jurisdiction'])}, cohort of {in_words(span(last))}"
    )
    return Chart(
        kind="staircase",
        title=title,
        subtitle=f"{subtitle}. Offences counted: {labels.scope(last['scope'])}.",
        alt=alternative_text("staircase", title, subtitle, marks),
        rows=tuple(marks),
        x="x",
        y="value",
        unit="share",
        y_title=f"Share of {people}",
        lower="lower",
        upper="upper",
        categories=tuple(each["x"] for each in marks),
        strand=tuple(step.row for step in steps),
    )


def headline(steps: Sequence[Step], labels: Labels, people: str) -> str:
    """What is seen: how many reached the last step, or why that is not known."""
    step = steps[-1]
    row = step.row
    when, where = in_words(span(row)), labels.place(row["jurisdiction"])
    within = f"within {reads.horizon(row['horizon_days'])}"
    of = f"of {people} in {when}"
    if has_point(row):
        return f"In {where}, {reads.value(row['value'], 'share')} {of} {step.reached} {within}"
    if quality(row) == "very_uncertain":
        limits = reads.interval(row["lower"], row["upper"], "share")
        return f"In {where}, somewhere in {limits} {of} {step.reached} {within}"
    if between := range_of(row, "share"):
        return f"In {where}, between {between} {of} will be found to have {_past(step)} {within}"
    words = "not known" if is_missing(row["blank"]) else blank_words(row).label.lower()
    return f"In {where}, how many {of} {step.reached} {within}: {words}"


def told(steps: Sequence[Step], people: str, first: str) -> str:
    """The steps one after the other, and the one before which most fell away; `first` is the stair of all."""
    size = entered(steps)
    head = f"Of {reads.count(size)} {people}" if size else f"Of {people}"
    parts = [
        f"{reads.value(step.row['value'], 'share')} {step.reached}"
        for step in steps
        if has_point(step.row)
    ]
    said = f"{head}: {', '.join(parts)}." if parts else ""
    fallen = falls(steps, first)
    # Where a step is not told, nobody can say that most fall away elsewhere.
    if len(fallen) == len(steps) > 1:
        before, after, lost = max(fallen, key=lambda each: each[2])
        said += (
            f" Most fall away between “{before.lower()}” and “{after.lower()}”: "
            f"{reads.value(lost, 'share')} of all."
        )
    silent = [step.name.lower() for step in steps if not has_point(step.row)]
    if silent and parts:
        said += f" No single number for: {', '.join(silent)}."
    return said.strip()


def falls(steps: Sequence[Step], first: str) -> list[tuple[str, str, float]]:
    """(step before, step, share of all that fell away between them), where both numbers may be told."""
    found, name, before = [], first, 1.0
    for step in steps:
        here = step.row["value"] if has_point(step.row) else None
        if before is not None and here is not None:
            found.append((name, step.name, max(0.0, before - here)))
        name, before = step.name, here
    return found


def _past(step: Step) -> str:
    return step.reached.replace("saw ", "seen ", 1).replace("were ", "been ", 1)


def _all(first: str, size: float, unit: str) -> dict:
    return {
        "x": first,
        "value": 1.0,
        "lower": None,
        "upper": None,
        "text": f"all {reads.count(size)} {unit} who are followed",
        "quality": "reportable",
        "blank": None,
        "blank_label": None,
        "bound_lower": None,
        "bound_upper": None,
        "name": first,
        "lost": None,
        "lost_label": "",
    }


def _mark(step: Step, labels: Labels) -> dict:
    found = mark(step.row, step.definition, labels, lambda _: step.name, None)
    return found | {"lost": None, "lost_label": ""}


def _lose(marks: list[dict]) -> None:
    """Writes on each mark what fell away since the step before, where both are told."""
    before = 1.0
    for each in marks:
        here = each["value"]
        if before is not None and here is not None and before > here:
            each["lost"] = before - here
            each["lost_label"] = f"{reads.value(before - here, 'share')} fell away before this step"
        before = here


def _is_drawn(each: dict) -> bool:
    return each["value"] is not None or each["lower"] is not None or each["bound_lower"] is not None
