"""Survivors who could safely be invited to the survey, of all who were eligible."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import invited, together

metric = Metric(
    name="survey_invitation_rate",
    title="Survivors reached by the survey",
    question="Of the survivors who could have been asked in the year, how many could safely be invited?",
    group="experience",
    kind="completeness",
    population="surveyed_survivors",
    unit_counted="respondents",
    value_unit="share",
    numerator="Survivors who were invited, whether or not they answered.",
    denominator="Survivors eligible for the survey: invited, or not safely contactable.",
    good_direction="up",
    pair="survey_response_rate",
    source="AAPOR Standard Definitions",
    source_clause="Contact rate 1: contacts over all eligible",
    caveats=(
        "Those who cannot safely be reached are often those at most risk: what they would say is unknown.",
        "Survivors who withdrew or went home are eligible too; leaving them out makes this rate look good.",
        "A full list was counted, so there is no interval.",
    ),
    indicators=("SX-09",),
    answers_to=("palermo-6-2",),
    breakdowns=("outcome_group", "sex", "age_group", "citizenship_group"),
    scopes=("trafficking",),
    counting={
        "estimate": "contact",
        "year": "wave_year",
        "part": "is_invited",
        "whole": "is_eligible",
        "people": "is_eligible",
    },
    worked_example=WorkedExample(
        story="40 survivors are invited in 2022, of whom 20 answer, and 10 more cannot safely be reached: 40 of 50 were invited.",
        rows=together(
            invited("a", 20, "answered"),
            invited("b", 15, "no_answer"),
            invited("c", 5, "declined"),
            invited("d", 10, "not_contactable"),
        ),
        about={
            "period_start": "2022-01-01",
            "period_end": "2022-12-31",
            "breakdown": "total",
        },
        expect={"numerator": 40, "denominator": 50, "value": 0.8},
    ),
)
