"""Persons convicted in a year over persons charged in the same year: two flows, not a rate."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="convictions_to_prosecutions",
    title="Convictions to prosecutions (ratio of two flows)",
    question="How many persons were convicted in the year for each person charged in it?",
    group="prosecution",
    kind="ratio",
    population="prosecuted_persons",
    unit_counted="persons",
    value_unit="ratio",
    numerator="Persons convicted at first instance in the year: of trafficking, or, where all crime is counted, of anything.",
    denominator="Persons against whom a prosecution was begun in the year.",
    good_direction="neither",
    pair="cohort_conviction",
    source="US Department of State, Trafficking in Persons Report, global law enforcement data; Eurostat crim_thb",
    source_clause="Prosecutions and convictions of one year, as both print them side by side",
    caveats=(
        "No conviction rate: numerator and denominator are different people: most of those convicted were charged in earlier years. It can exceed 1.",
        "It swings with the number of new prosecutions even when courts do the same as ever. It is here because others print it; use conviction by cohort to judge.",
    ),
    answers_to=("eu-trafficking-19a-2",),
    indicators=("PR-05",),
    breakdowns=("sex",),
    counting={
        "part": {
            "date": "disposed_on",
            "column": "outcome",
            "in": {
                "trafficking": ("convicted_trafficking",),
                "all_crime": ("convicted_trafficking", "convicted_other", "convicted_unspecified"),
            },
            "unknown": {"trafficking": ("convicted_unspecified",), "all_crime": ()},
        },
        "whole": {"date": "charged_on", "happened": "TRUE"},
    },
    worked_example=WorkedExample(
        story="In 2021, 15 persons charged the year before are convicted and 10 others are charged: 1.5 convictions for each prosecution, though not one of the 10 has been tried.",
        rows=together(
            charged("a", 15, "2020-03-01", "2021-02-01", "convicted"),
            charged("b", 10, "2021-06-01"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 15, "denominator": 10, "value": 1.5},
    ),
)
