"""Victims charged or penalised for what they did while exploited."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import accused, victims

metric = Metric(
    name="non_punishment_breach",
    title="Victims charged or penalised",
    question="Of the victims identified in the year, how many were charged or penalised for something they were made to do?",
    group="protection",
    kind="share",
    population="registered_victims",
    unit_counted="victims",
    value_unit="share",
    period_kind="cohort",
    numerator="Victims charged or penalised at least once, before or after identification and up to the data date; what was quashed later still counts.",
    denominator="Victims formally identified in the year.",
    good_direction="down",
    pair="linked_victims",
    source="Council of Europe Convention on Action against Trafficking in Human Beings, Article 26; EU Directive 2011/36, Article 8; ILO Protocol P029, Article 4(2)",
    source_clause="Identified victims charged or penalised for compelled conduct over identified victims",
    caveats=(
        "Blank where nobody sends such steps: registers of victims and of the accused that are not linked would show a false zero.",
        "Whoever is punished instead of being identified never appears here: it is a lowest count.",
        "Somebody judged that the conduct was compelled; where few are so judged the number is low.",
        "Charges may come later, so recent years will still rise.",
    ),
    answers_to=(
        "coe-26-1",
        "eu-trafficking-8-1",
        "ilo-p029-4-2",
        "actip-14-7",
        "tvpa-108b-2",
    ),
    breakdowns=("sex", "age_group", "citizenship_group"),
    scopes=("trafficking",),
    counting={
        "date": "identified_on",
        "column": "penalty",
        "part": ("penalised",),
        "whole": ("penalised", "spared"),
        "unknown": ("unknown",),
    },
    indicators=("ID-12",),
    worked_example=WorkedExample(
        story="Of 20 victims identified in March 2021, 3 had been charged in January and 2 are penalised in June, of whom 1 has the penalty quashed in 2022. 5 of 20.",
        rows=together(
            victims("a", 3, identified="2021-03-01"),
            accused("a", 3, "2021-01-10"),
            victims("b", 2, identified="2021-03-01"),
            accused("b", 2, "2021-06-10", "penalised"),
            accused("b", 1, "2022-06-10", "quashed"),
            victims("c", 15, identified="2021-03-01"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 5, "denominator": 20, "value": 0.25},
    ),
)
