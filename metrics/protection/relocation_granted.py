"""Requests to bring a victim or witness to safety elsewhere that were granted."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import protected, victims

metric = Metric(
    name="relocation_granted",
    title="Relocation of witnesses granted",
    question="Of the requests to relocate a victim or witness decided in the year, how many were granted?",
    group="protection",
    kind="share",
    population="protection_applications",
    unit_counted="requests",
    value_unit="share",
    numerator="Requests for relocation granted in the year.",
    denominator="Requests for relocation granted or refused in the year.",
    good_direction="neither",
    pair="safe_housing",
    source="United Nations Convention against Transnational Organized Crime, Article 24(2)(a)",
    source_clause="Relocations granted over requests decided",
    caveats=(
        "Few ever ask: years with fewer than ten decisions show counts or nothing at all.",
        "Where only those asked for by prosecutors are recorded, a share of 1 says nothing.",
        "Relocation takes people away from their lives; more of it is not better by itself.",
    ),
    answers_to=("untoc-24-1", "coe-28-1"),
    scopes=("trafficking",),
    counting={
        "date": "decided_on",
        "column": "CASE WHEN protection_measure = 'relocation' THEN decision END",
        "part": ("granted",),
        "whole": ("granted", "refused"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021, 8 relocations are granted and 4 refused; 3 screens in court are granted too. 8 of 12.",
        rows=together(
            victims("a", 8, identified="2021-03-01"),
            protected("a", 8, "relocation", "2021-03-01", "2021-04-05"),
            protected("a", 3, "screen", "2021-03-01", "2021-04-05"),
            victims("b", 4, identified="2021-03-01"),
            protected("b", 4, "relocation", "2021-03-01", "2021-04-05", "refused"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 8, "denominator": 12},
    ),
)
