"""Victims whose help began within 30 days of identification."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import helped, victims

metric = Metric(
    name="assistance_within_30_days",
    title="Help within 30 days",
    question="Of the victims identified in the year, for how many had help begun 30 days later?",
    group="protection",
    kind="share",
    population="registered_victims",
    unit_counted="victims",
    value_unit="share",
    period_kind="cohort",
    numerator="Victims for whom at least one service had begun no later than 30 days after identification, before it included.",
    denominator="Victims formally identified in the year, whether or not anything was offered, and those who declined.",
    good_direction="up",
    pair="assistance_declined",
    source="Council of Europe Convention on Action against Trafficking in Human Beings, Article 12; EU Directive 2011/36, Article 11",
    source_clause="Identified victims receiving at least one service within 30 days over identified victims",
    caveats=(
        "Declined is not the same as not offered: those who declined stay below the line here and are told apart by the share of offers declined.",
        "One service of any kind counts; it says nothing about whether the help was enough.",
        "An offer accepted but not begun is not help yet.",
        "Victims identified in the last 30 days of the data, and offers without any day, count as missing.",
    ),
    answers_to=(
        "coe-12-1",
        "coe-12-6",
        "eu-trafficking-11-1",
        "eu-trafficking-11-3",
        "palermo-6-3",
        "tvpa-108b-2",
        "untoc-25-1",
        "actip-14-1",
    ),
    breakdowns=("sex", "age_group", "citizenship_group", "migration_status", "exploitation_form"),
    scopes=("trafficking",),
    counting={
        "date": "identified_on",
        "column": "help",
        "part": ("received",),
        "whole": ("received", "declined", "offered", "not_offered"),
        "unknown": ("too_early", "unknown"),
    },
    indicators=("ID-09",),
    is_headline=True,
    is_trended=True,
    case_mix=("exploitation_form", "age_group"),
    worked_example=WorkedExample(
        story="20 victims are identified on 1 March 2021. For 12 help begins on 11 March; 2 are offered help on that day and decline; for 3 it begins in June; 3 are offered nothing. 12 of 20 had help within 30 days.",
        rows=together(
            victims("a", 12, identified="2021-03-01"),
            helped("a", 12, "2021-03-05", "2021-03-11"),
            victims("b", 2, identified="2021-03-01"),
            helped("b", 2, "2021-03-11", reply="declined"),
            victims("c", 3, identified="2021-03-01"),
            helped("c", 3, "2021-06-01", "2021-06-11"),
            victims("d", 3, identified="2021-03-01"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 20, "value": 0.6, "missing_share": 0},
    ),
)
