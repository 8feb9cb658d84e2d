"""Interviews with a qualified interpreter or mediator, of those that needed one."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import several


def _held(letter: str, count: int, interpretation: str):
    """Interviews of as many victims, interpreted in this way."""
    return together(
        several("victims", letter, count, "victim_id"),
        several(
            "interviews",
            letter,
            count,
            ("interview_id", "victim_id"),
            held_on="2021-03-01",
            interpretation=interpretation,
        ),
    )


metric = Metric(
    name="interpreter_provision",
    title="Qualified interpreters at interviews",
    question="Of the year's interviews that needed interpretation, how many had a qualified interpreter or cultural mediator?",
    group="experience",
    kind="share",
    population="victim_interviews",
    unit_counted="interviews",
    value_unit="share",
    numerator="Interviews interpreted by a qualified interpreter or a cultural mediator.",
    denominator="Interviews that needed interpretation, with or without anybody to give it.",
    good_direction="up",
    pair="interviews_per_victim",
    source="Council of Europe Convention on Action against Trafficking in Human Beings",
    source_clause="Article 12(1)(c): translation and interpretation services, when appropriate",
    caveats=(
        "Whether interpretation was needed is judged by the interviewer: calling it not needed raises this share.",
        "Qualified on paper is not the same as understood.",
        "Interviews of which nothing is recorded are left out and shown as missing.",
    ),
    indicators=("FR-09",),
    answers_to=("coe-12-1", "eu-victims-4-1"),
    breakdowns=("agency_kind", "citizenship_group", "age_group"),
    scopes=("trafficking",),
    is_trended=True,
    counting={
        "date": "held_on",
        "column": "interpretation",
        "part": ("qualified", "mediator"),
        "whole": ("qualified", "mediator", "unqualified", "missing"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="Of the interviews of 2021, 12 had a qualified interpreter, 3 a mediator, 10 somebody unqualified and 5 nobody; 20 needed none: 15 of 30.",
        rows=together(
            _held("a", 12, "qualified"),
            _held("b", 3, "mediator"),
            _held("c", 10, "unqualified"),
            _held("d", 5, "missing"),
            _held("e", 20, "not_needed"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 15, "denominator": 30, "value": 0.5},
    ),
)
