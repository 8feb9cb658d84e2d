"""Victims whose individual needs were assessed before they gave evidence."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_survey import testified

metric = Metric(
    name="needs_assessed_before_testimony",
    title="Needs assessed before testimony",
    question="Of the victims who gave evidence in the year, how many had their individual needs assessed before?",
    group="protection",
    kind="share",
    population="testifying_victims",
    unit_counted="victims",
    value_unit="share",
    numerator="Victims with an assessment of their needs dated before the evidence, or on its day.",
    denominator="Victims who gave evidence.",
    good_direction="up",
    pair="special_measures_granted",
    source="Directive 2012/29/EU",
    source_clause="Article 22: individual assessment of victims to identify specific protection needs; Directive 2011/36/EU, Article 12(3)",
    caveats=(
        "Documented is not the same as acted on: read how often measures were granted.",
        "An assessment without a date counts as none.",
        "A victim who gave evidence several times counts as assessed if it was done before any of them.",
    ),
    indicators=("ID-14",),
    answers_to=("eu-trafficking-12-3", "eu-victims-4-1"),
    breakdowns=("age_group", "sex", "citizenship_group"),
    scopes=("trafficking",),
    is_trended=True,
    counting={
        "date": "given_on",
        "column": "assessment",
        "part": ("assessed",),
        "whole": ("assessed", "not_assessed"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021, 12 victims testify after an assessment, 8 are assessed only afterwards and 20 never: 12 of 40.",
        rows=together(
            testified("a", 12, mode="live", assessed_on="2021-01-10"),
            testified("b", 8, mode="live", assessed_on="2021-05-10"),
            testified("c", 20, mode="live"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 40, "value": 0.3},
    ),
)
