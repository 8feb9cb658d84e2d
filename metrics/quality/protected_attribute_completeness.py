"""Victims whose sex, age, citizenship and status of stay are all on record."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import victims
from metrics.populations.registered_victims import IS_COMPLETE

metric = Metric(
    name="protected_attribute_completeness",
    title="Sex, age, citizenship and status on record",
    question="Of the victims identified in the year, of how many are sex, age, citizenship and status of stay all on record?",
    group="quality",
    kind="share",
    population="registered_victims",
    unit_counted="victims",
    value_unit="share",
    numerator="Victims of whom all four are known.",
    denominator="Victims formally identified in the year.",
    good_direction="up",
    pair="field_completeness",
    source="Justice Counts, dimensions with an unknown member",
    source_clause="Records without a missing protected attribute over records",
    caveats=(
        "Where it is low, no comparison of groups can be trusted: those of whom nothing is known are a group too.",
        "Not missing by chance: those least known are often those worst treated.",
        "Guessing raises it. A guess on record is worse than an honest unknown.",
    ),
    answers_to=("eu-trafficking-19a-2", "untoc-28-1", "iccpr-26-1"),
    breakdowns=("exploitation_form", "agency"),
    scopes=("trafficking",),
    counting={
        "date": "identified_on",
        "column": IS_COMPLETE,
        "part": ("complete",),
        "whole": ("complete", "incomplete"),
        "unknown": (),
    },
    indicators=("FR-05",),
    worked_example=WorkedExample(
        story="20 victims are identified in 2021. Of 12 all four are on record, of 5 the status is missing, of 3 the sex: 12 of 20.",
        rows=together(
            victims("a", 12, identified="2021-03-01", migration_status="citizen"),
            victims("b", 5, identified="2021-03-01"),
            victims("c", 3, identified="2021-03-01", migration_status="citizen", sex="unknown"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 20, "value": 0.6},
    ),
)
