"""Victims offered a place to live within 30 days of identification."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import helped, victims

metric = Metric(
    name="safe_housing",
    title="Safe housing offered",
    question="Of the victims identified in the year, how many had been offered a safe place to live 30 days later?",
    group="protection",
    kind="share",
    population="registered_victims",
    unit_counted="victims",
    value_unit="share",
    period_kind="cohort",
    numerator="Victims offered housing or shelter no later than 30 days after identification, before it included, whatever their reply.",
    denominator="Victims formally identified in the year, those with a home of their own included.",
    good_direction="up",
    pair="assistance_declined",
    source="EU Directive 2011/36, Article 11(5) and (5a)",
    source_clause="Identified victims offered shelter within 30 days over identified victims",
    caveats=(
        "Not everybody needs a place: the data do not say who has one, so 1 is no target.",
        "An offer counts whether it was accepted or not; a locked or far-off place is an offer too. Read it beside the offers declined.",
        "Victims identified in the last 30 days of the data, and offers without any day, count as missing.",
    ),
    answers_to=("eu-trafficking-11-5", "eu-trafficking-11-5a", "coe-12-1", "palermo-6-3"),
    breakdowns=("sex", "age_group", "citizenship_group", "migration_status"),
    scopes=("trafficking",),
    counting={
        "date": "identified_on",
        "column": "housing",
        "part": ("offered",),
        "whole": ("offered", "not_offered"),
        "unknown": ("too_early", "unknown"),
    },
    indicators=("ID-09",),
    worked_example=WorkedExample(
        story="20 victims are identified on 1 March 2021. 8 are offered housing on 11 March, 2 of whom decline; 2 are offered it in June, 10 other help only. 8 of 20.",
        rows=together(
            victims("a", 6, identified="2021-03-01"),
            helped("a", 6, "2021-03-11", "2021-03-12", service="housing"),
            victims("b", 2, identified="2021-03-01"),
            helped("b", 2, "2021-03-11", service="housing", reply="declined"),
            victims("c", 2, identified="2021-03-01"),
            helped("c", 2, "2021-06-01", service="housing"),
            victims("d", 10, identified="2021-03-01"),
            helped("d", 10, "2021-03-05", "2021-03-11"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 8, "denominator": 20, "value": 0.4},
    ),
)
