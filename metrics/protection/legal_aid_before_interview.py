"""Victims who had a lawyer at their first formal interview."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import interviewed, victims

metric = Metric(
    name="legal_aid_before_interview",
    title="A lawyer at the first interview",
    question="Of the victims first interviewed in the year, how many had a lawyer by then?",
    group="protection",
    kind="share",
    population="first_interviews",
    unit_counted="victims",
    value_unit="share",
    numerator="Victims who had a lawyer when they were first interviewed.",
    denominator="Victims whose first recorded interview was in the year.",
    good_direction="up",
    pair="assistance_within_30_days",
    source="Council of Europe Convention on Action against Trafficking in Human Beings, Article 15(2); GRETA, third evaluation round",
    source_clause="Victims with an assigned lawyer before the first formal interview over victims interviewed",
    caveats=(
        "The moment is fixed: a lawyer assigned at any later time does not count.",
        "A lawyer on paper is not advice given.",
        "The first interview on record need not be the first there was, where police interview before anybody writes it down.",
        "Interviews of which nobody recorded whether there was a lawyer count as missing.",
    ),
    answers_to=("coe-15-2", "eu-trafficking-12-2", "eu-victims-13-1"),
    breakdowns=(
        "sex",
        "age_group",
        "citizenship_group",
        "migration_status",
        "exploitation_form",
        "agency_kind",
    ),
    scopes=("trafficking",),
    counting={
        "date": "held_on",
        "column": "lawyer",
        "part": ("with_lawyer",),
        "whole": ("with_lawyer", "without_lawyer"),
        "unknown": ("unknown",),
    },
    indicators=("ID-10",),
    worked_example=WorkedExample(
        story="20 victims are first interviewed in 2021, 7 with a lawyer; 5 of the others have one at a second interview. Of 2 more nobody recorded it. 7 of 20.",
        rows=together(
            victims("a", 7, identified="2021-03-01"),
            interviewed("a", 7, "2021-02-01", has_lawyer=True),
            victims("b", 13, identified="2021-03-01"),
            interviewed("b", 13, "2021-02-01", has_lawyer=False),
            interviewed("b", 5, "2021-05-01", has_lawyer=True),
            victims("c", 2, identified="2021-03-01"),
            interviewed("c", 2, "2021-02-01", has_lawyer=None),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 7, "denominator": 20, "value": 0.35, "missing_share": 2 / 22},
    ),
)
