"""Victims awarded compensation, of those whose case ended in a conviction."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, claims, identified, together

metric = Metric(
    name="compensation_awarded",
    title="Compensation awarded",
    question="Of the victims whose case ended in a conviction in the year, how many have been awarded compensation?",
    group="redress",
    kind="share",
    population="victims_in_convicted_cases",
    unit_counted="victims",
    value_unit="share",
    period_kind="cohort",
    numerator="Victims awarded compensation by any route, up to the data date.",
    denominator="Victims in cases with a first conviction of trafficking in the year.",
    good_direction="up",
    pair="compensation_paid",
    source="GRETA, third evaluation round questionnaire, compensation",
    source_clause="Victims awarded over victims in cases ending in conviction",
    caveats=(
        "Awarded is not paid: read it beside the share of the money that arrived.",
        "Awards may come years after the verdict, so recent years will still rise.",
        "Victims whose case ended without conviction are not here, though they may have a claim too.",
        "Victims who left the country are often never told that they can claim.",
    ),
    answers_to=("palermo-6-6", "coe-15-3", "untoc-25-2", "eu-victims-16-1"),
    breakdowns=("sex", "age_group", "citizenship_group", "exploitation_form"),
    case_mix=("exploitation_form", "age_group"),
    indicators=("FI-07",),
    scopes=("trafficking",),
    counting={
        "date": "convicted_on",
        "column": "award",
        "part": ("awarded",),
        "whole": ("awarded", "not_awarded"),
        "unknown": (),
    },
    worked_example=WorkedExample(
        story="In 2021 the cases of 15 victims end in a conviction; 3 of them have been awarded 1,000 EUR each. 3/15 = 0.2.",
        rows=together(
            identified("a", 3, "2020-01-10", opened="2020-01-10"),
            identified("b", 12, "2020-01-10", opened="2020-01-10"),
            charged("a", 3, "2020-03-01", "2021-02-01", "convicted"),
            charged("b", 12, "2020-03-01", "2021-02-01", "convicted"),
            claims("a", 3, "2021-06-01", awarded=1000),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 3, "denominator": 15, "value": 0.2},
    ),
)
