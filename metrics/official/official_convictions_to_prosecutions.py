"""Persons convicted over persons prosecuted in one year, from published statistics."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import printed, together

metric = Metric(
    name="official_convictions_to_prosecutions",
    title="Official: convictions to prosecutions (ratio of two flows)",
    question="How many persons were convicted for each person prosecuted in the same year, according to what was published?",
    group="official",
    kind="published",
    population="published_figures",
    unit_counted="persons",
    value_unit="ratio",
    numerator="Persons convicted, as printed.",
    denominator="Persons prosecuted, as printed.",
    good_direction="neither",
    pair="official_figures",
    source="UNODC, Global Report on Trafficking in Persons data; the publication is named in each figure's origin",
    source_clause="Persons convicted and persons prosecuted, same year, same detail",
    caveats=(
        "Numerator and denominator are different people: it is no rate and can exceed 1.",
        "The interval is that of two independent counts; it says how far chance alone could move the ratio, not whether the counts are right.",
        "Where the publisher hid one of the two, there is no ratio.",
    ),
    answers_to=("eu-trafficking-19a-2", "untoc-11-2"),
    counting={"estimate": "ratio", "part": "persons_convicted", "whole": "persons_prosecuted"},
    data="official",
    worked_example=WorkedExample(
        story="A report prints 60 persons convicted and 80 prosecuted: 0.75 convictions for each prosecution.",
        rows=together(
            printed("persons_convicted", 60, "persons", "total"),
            printed("persons_prosecuted", 80, "persons", "total"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 60, "denominator": 80, "value": 0.75},
    ),
)
