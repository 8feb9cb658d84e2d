"""Victims who gave evidence for whom a special measure had been requested."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_survey import testified
from metrics.example_victims import protected

metric = Metric(
    name="special_measures_requested",
    title="Special measures requested for those who gave evidence",
    question="For how many of the victims who gave evidence in the year had a special measure at court been requested before?",
    group="experience",
    kind="share",
    population="testifying_victims",
    unit_counted="victims",
    value_unit="share",
    numerator="Victims for whom a screen, a closed hearing, recorded testimony or anonymity was requested by the day of the evidence.",
    denominator="Victims who gave evidence, where requests are reported at all.",
    good_direction="up",
    pair="special_measures_granted",
    source="Directive 2012/29/EU",
    source_clause="Articles 22 and 23: victims of trafficking are presumed to benefit from special measures",
    caveats=(
        "Victims who did not dare to testify are not counted.",
        "A request is not protection: read how many were granted.",
    ),
    indicators=("SX-12",),
    answers_to=("coe-30-1", "eu-victims-18-1", "eu-trafficking-12-3"),
    breakdowns=("age_group", "sex", "citizenship_group"),
    scopes=("trafficking",),
    counting={
        "date": "given_on",
        "column": "special_measure",
        "part": ("requested",),
        "whole": ("requested", "not_requested"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="Of 40 victims who testify on 1 March 2021, a screen was requested for 12 in January; for 8 it was requested in May, too late: 12 of 40.",
        rows=together(
            testified("a", 12, mode="screened"),
            testified("b", 8, mode="live"),
            testified("c", 20, mode="live"),
            protected("a", 12, "screen", "2021-01-10", "2021-02-10"),
            protected("b", 8, "screen", "2021-05-10", "2021-06-10"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 40, "value": 0.3},
    ),
)
