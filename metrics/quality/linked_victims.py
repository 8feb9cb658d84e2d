"""Identified victims who can be followed into a case."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import part_of, victims

metric = Metric(
    name="linked_victims",
    title="Victims linked to a case",
    question="Of the victims identified in the year, how many can be found in a case?",
    group="quality",
    kind="share",
    population="registered_victims",
    unit_counted="victims",
    value_unit="share",
    period_kind="cohort",
    numerator="Victims with a recorded part in at least one case, up to the data date.",
    denominator="Victims formally identified in the year.",
    good_direction="up",
    pair="attrition",
    source="UNODC and IOM, International Classification Standard for Administrative Data on Trafficking in Persons",
    source_clause="Victims linked to a case over victims",
    caveats=(
        "Not linked can mean that there is no case, or that agencies use pseudonyms that cannot be joined: the number does not say which.",
        "It is about the records. A victim is not worse off for having no case on record, and nobody has to have one.",
        "Blank where no links between victims and cases are sent at all.",
    ),
    answers_to=("untoc-28-1", "eu-trafficking-19a-1"),
    breakdowns=("age_group", "citizenship_group", "exploitation_form"),
    scopes=("trafficking",),
    counting={
        "date": "identified_on",
        "column": "link",
        "part": ("linked",),
        "whole": ("linked", "not_linked"),
        "unknown": ("unknown",),
    },
    indicators=("DQ-04",),
    worked_example=WorkedExample(
        story="Of 20 victims identified in 2021, 14 have a part in a case: 14 of 20.",
        rows=together(
            victims("a", 14, identified="2021-03-01"),
            part_of("a", 14),
            victims("b", 6, identified="2021-03-01"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 14, "denominator": 20, "value": 0.7},
    ),
)
