"""Staircases of a cohort: who reached each step in time, of all who entered, and where they went no further."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts import format as reads
from charts.chart import Chart
from charts.cohorts import in_words
from charts.describe import alternative_text, blank_words, quality
from charts.format import is_missing
from charts.from_results import mark
from charts.in_brief import has_point, range_of
from charts.joining import with_commas
from charts.labels import Labels
from charts.release_words import inside
from charts.select import STAGES, span
from languages import Said, later, phrase


@dataclass(frozen=True)
class Step:
    """One stair: its name, what reaching it is called in a sentence, its result and the definition of that.

    `reached` may be said of those who did (saw a trial begin) and of those who will have (seen a trial begin).
    """

    name: str
    reached: str
    row: dict
    definition: dict
    past: str = ""


def victim_steps(definition: dict, rows: Sequence[dict], labels: Labels) -> list[Step]:
    """The stages of one place and one cohort, whatever is known of each."""
    by_stage = {row["category"]: row for row in rows if row["breakdown"] == "stage"}
    order = [stage for stage in STAGES if stage in by_stage]
    order += sorted(set(by_stage) - set(STAGES))
    return [
        Step(
            labels.category("stage", stage),
            REACHED.get(stage, ""),
            by_stage[stage],
            definition,
            HAVING_REACHED.get(stage, ""),
        )
        for stage in order
    ]


REACHED = Said(
    {
        "investigated": later("saw their case investigated"),
        "charged": later("saw somebody charged"),
        "tried": later("saw a trial begin"),
        "convicted": later("saw a conviction"),
    }
)


HAVING_REACHED = Said(
    {
        "investigated": later("seen their case investigated"),
        "charged": later("seen somebody charged"),
        "tried": later("seen a trial begin"),
        "convicted": later("seen a conviction"),
    }
)
"""The same of those who will have reached a stage."""


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
    subtitle = phrase(
        "Share of {people} who reached each step within {horizon}, {place}, cohort of {period}",
        people=people,
        horizon=reads.horizon(last["horizon_days"]),
        place=labels.place(last["jurisdiction"]),
        period=in_words(span(last)),
    )
    offences = phrase("Offences counted: {offences}.", offences=labels.scope(last["scope"]))
    return Chart(
        kind="staircase",
        title=title,
        subtitle=f"{subtitle}. {offences}",
        alt=alternative_text("staircase", title, subtitle, marks),
        rows=tuple(marks),
        x="x",
        y="value",
        unit="share",
        y_title=phrase("Share of {things}", things=people),
        lower="lower",
        upper="upper",
        categories=tuple(each["x"] for each in marks),
        strand=tuple(step.row for step in steps),
    )


def headline(steps: Sequence[Step], labels: Labels, people: str) -> str:
    """What is seen: how many reached the last step, or why that is not known."""
    step = steps[-1]
    row = step.row
    about = {
        "place": labels.place(row["jurisdiction"]),
        "people": people,
        "period": in_words(span(row)),
        "reached": step.reached,
        "horizon": reads.horizon(row["horizon_days"]),
    }
    if has_point(row):
        return phrase(
            "In {place}, {share} of {people} in {period} {reached} within {horizon}",
            share=reads.value(row["value"], "share"),
            **about,
        )
    if quality(row) == "very_uncertain":
        return phrase(
            "In {place}, somewhere in {limits} of {people} in {period} {reached} within {horizon}",
            limits=reads.interval(row["lower"], row["upper"], "share"),
            **about,
        )
    if between := range_of(row, "share"):
        return phrase(
            "In {place}, between {range} of {people} in {period} will be found to have {reached} within {horizon}",
            range=between,
            **about | {"reached": past(step)},
        )
    words = phrase("not known") if is_missing(row["blank"]) else inside(blank_words(row).label)
    return phrase(
        "In {place}, how many of {people} in {period} {reached} within {horizon}: {why}",
        why=words,
        **about,
    )


def told(steps: Sequence[Step], people: str, first: str) -> str:
    """The steps one after the other, and the one before which most fell away; `first` is the stair of all."""
    size = entered(steps)
    who = phrase("{count} {things}", count=reads.count(size), things=people) if size else people
    parts = [
        phrase(
            "{share} {reached}", share=reads.value(step.row["value"], "share"), reached=step.reached
        )
        for step in steps
        if has_point(step.row)
    ]
    said = [phrase("Of {who}: {steps}.", who=who, steps=with_commas(parts))] if parts else []
    fallen = falls(steps, first)
    # Where a step is not told, nobody can say that most fall away elsewhere.
    if len(fallen) == len(steps) > 1:
        before, after, lost = max(fallen, key=lambda each: each[2])
        said.append(
            phrase(
                "Most fall away between “{before}” and “{after}”: {share} of all.",
                before=inside(before),
                after=inside(after),
                share=reads.value(lost, "share"),
            )
        )
    silent = [inside(step.name) for step in steps if not has_point(step.row)]
    if silent and parts:
        said.append(phrase("No single number for: {steps}.", steps=with_commas(silent)))
    return " ".join(said)


def falls(steps: Sequence[Step], first: str) -> list[tuple[str, str, float]]:
    """(step before, step, share of all that fell away between them), where both numbers may be told."""
    found, name, before = [], first, 1.0
    for step in steps:
        here = step.row["value"] if has_point(step.row) else None
        if before is not None and here is not None:
            found.append((name, step.name, max(0.0, before - here)))
        name, before = step.name, here
    return found


def past(step: Step) -> str:
    """The same of those who will have reached it: seen somebody charged."""
    if step.past:
        return step.past
    return step.reached.replace("saw ", "seen ", 1).replace("were ", "been ", 1)


def _all(first: str, size: float, unit: str) -> dict:
    return {
        "x": first,
        "value": 1.0,
        "lower": None,
        "upper": None,
        "text": phrase(
            "all {count} {things} who are followed", count=reads.count(size), things=unit
        ),
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
            each["lost_label"] = phrase(
                "{share} fell away before this step", share=reads.value(before - here, "share")
            )
        before = here


def _is_drawn(each: dict) -> bool:
    return each["value"] is not None or each["lower"] is not None or each["bound_lower"] is not None
