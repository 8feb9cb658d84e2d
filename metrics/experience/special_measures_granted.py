"""Special measures at court that were granted, of those decided."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import protected, victims

metric = Metric(
    name="special_measures_granted",
    title="Special measures granted",
    question="Of the requests decided in the year for a screen, a closed hearing, recorded testimony or anonymity, how many were granted?",
    group="experience",
    kind="share",
    population="special_measure_requests",
    unit_counted="requests",
    value_unit="share",
    numerator="Requests granted.",
    denominator="Requests granted or refused in the year.",
    good_direction="up",
    pair="special_measures_requested",
    source="Council of Europe Convention on Action against Trafficking in Human Beings",
    source_clause="Articles 28 and 30; Directive 2011/36/EU, Article 12",
    caveats=(
        "Where only sure requests are made, nearly all are granted: read how many victims had one made.",
        "Each measure is a request of its own; a victim may have several.",
    ),
    indicators=("SX-12",),
    answers_to=("coe-28-1", "coe-30-1", "eu-victims-18-1", "palermo-6-1"),
    breakdowns=("protection_measure", "age_group", "sex"),
    scopes=("trafficking",),
    is_trended=True,
    counting={
        "date": "decided_on",
        "column": "decision",
        "part": ("granted",),
        "whole": ("granted", "refused"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021, 15 requests for a screen are granted and 10 for recorded testimony refused; 5 relocations are granted, which is no measure at court: 15 of 25.",
        rows=together(
            victims("a", 15),
            victims("b", 10),
            victims("c", 5),
            protected("a", 15, "screen", "2021-01-10", "2021-02-10"),
            protected("b", 10, "recorded_testimony", "2021-01-10", "2021-02-10", "refused"),
            protected("c", 5, "relocation", "2021-01-10", "2021-02-10"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 15, "denominator": 25, "value": 0.6},
    ),
)
