"""Survivors who answered, of all who could have been asked."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import invited, together

metric = Metric(
    name="survey_response_rate",
    title="Survey response rate",
    question="Of the survivors who could have been asked in the year, how many answered?",
    group="experience",
    kind="completeness",
    population="surveyed_survivors",
    unit_counted="respondents",
    value_unit="share",
    numerator="Survivors invited who answered.",
    denominator="Survivors eligible for the survey: invited, or not safely contactable.",
    good_direction="up",
    pair="survivor_satisfaction",
    source="AAPOR Standard Definitions",
    source_clause="Response rate 1: answers over all eligible, those not contacted included",
    caveats=(
        "A high rate among a hand-picked few is worth little: look at how many were eligible.",
        "Taking part is voluntary. Pressing survivors to answer is not a way to raise it.",
        "A full list was counted, so there is no interval.",
    ),
    indicators=("SX-09",),
    answers_to=("palermo-6-2",),
    breakdowns=("outcome_group", "sex", "age_group", "citizenship_group"),
    scopes=("trafficking",),
    counting={
        "estimate": "response",
        "year": "wave_year",
        "part": "is_answered",
        "whole": "is_eligible",
        "people": "is_eligible",
    },
    worked_example=WorkedExample(
        story="40 survivors are invited in 2022 and 10 more cannot safely be reached; 20 answer: 20 of 50.",
        rows=together(
            invited("a", 20, "answered"),
            invited("b", 15, "no_answer"),
            invited("c", 5, "declined"),
            invited("d", 10, "not_contactable"),
        ),
        about={"period_start": "2022-01-01", "breakdown": "total"},
        expect={"numerator": 20, "denominator": 50, "value": 0.4},
    ),
)
