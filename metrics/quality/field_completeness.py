"""Victims of whom a fact is on record, fact by fact."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import victims

metric = Metric(
    name="field_completeness",
    title="Completeness of victims' records",
    question="Of how many of the victims who came to notice in the year is this fact on record?",
    group="quality",
    kind="share",
    population="victim_facts",
    unit_counted="victims",
    value_unit="share",
    numerator="Victims of whom the fact is known.",
    denominator="Persons referred as presumed victims or identified, by the year in which they first came to notice; the same for every fact.",
    good_direction="up",
    pair="protected_attribute_completeness",
    source="Measures for Justice; Justice Counts, handling of missing fields",
    source_clause="Values that are neither empty nor unknown over records expected to have one",
    caveats=(
        "Empty and unknown are the same here; a wrong value counts as known.",
        "A fact that many keep to themselves for good reason need not be on record: complete is not the aim for each of them.",
        "Facts are missing most where work is most hurried, so what is missing is not missing by chance.",
    ),
    answers_to=("untoc-28-1", "eu-trafficking-19a-1"),
    breakdowns=("field",),
    scopes=("trafficking",),
    counting={
        "date": "entered_on",
        "column": "record",
        "part": ("known",),
        "whole": ("known", "unknown"),
        "unknown": (),
        "each": "field",
    },
    indicators=("DQ-01",),
    worked_example=WorkedExample(
        story="20 victims come to notice in 2021. The status of 12 is on record, of 3 it says unknown, of 5 nothing was written: known of 12 of 20.",
        rows=together(
            victims("a", 12, "2021-02-01", "2021-03-01", migration_status="citizen"),
            victims("b", 3, "2021-02-01", migration_status="unknown"),
            victims("c", 5, identified="2021-03-01"),
        ),
        about={"category": "migration_status", "period_start": "2020-01-01"},
        expect={"numerator": 12, "denominator": 20, "value": 0.6},
    ),
)
