"""Interviews in which a victim had to face the accused."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import several

metric = Metric(
    name="faced_accused_at_interview",
    title="Interviews facing the accused",
    question="In how many of the interviews of the year did the victim have to face the accused?",
    group="experience",
    kind="share",
    population="victim_interviews",
    unit_counted="interviews",
    value_unit="share",
    numerator="Interviews at which the victim faced the accused.",
    denominator="Interviews of which it was recorded whether the victim faced the accused.",
    good_direction="down",
    pair="faced_accused_in_evidence",
    source="Directive 2012/29/EU",
    source_clause="Article 19: contact between victim and offender is avoided",
    caveats=(
        "Where nobody writes down who was there, the interview is left out and shown as missing.",
        "A victim interviewed several times is counted each time.",
    ),
    indicators=("SX-08",),
    answers_to=("eu-trafficking-12-3", "eu-victims-18-1"),
    breakdowns=("age_group", "sex", "agency_kind"),
    scopes=("trafficking",),
    counting={
        "date": "held_on",
        "column": "confrontation",
        "part": ("faced",),
        "whole": ("faced", "not_faced"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="Of 25 interviews in 2021, the accused was there in 10 and not in 15: 10 of 25.",
        rows=together(
            several("victims", "a", 10, "victim_id"),
            several("victims", "b", 15, "victim_id"),
            several(
                "interviews",
                "a",
                10,
                ("interview_id", "victim_id"),
                held_on="2021-03-01",
                faced_defendant=True,
            ),
            several(
                "interviews",
                "b",
                15,
                ("interview_id", "victim_id"),
                held_on="2021-03-01",
                faced_defendant=False,
            ),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 10, "denominator": 25, "value": 0.4},
    ),
)
