"""Victims identified per 100,000 residents."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import residents, victims

metric = Metric(
    name="detection_rate",
    title="Detected victims per 100,000 residents",
    question="How many victims were identified in the year for every 100,000 residents?",
    group="identification",
    kind="rate",
    population="registered_victims",
    unit_counted="victims",
    value_unit="per_hundred_thousand",
    numerator="Victims whose first formal identification was in the year, each counted once.",
    denominator="Residents at the middle of the year.",
    good_direction="neither",
    pair="positive_identification_rate",
    source="United Nations, SDG indicator 16.2.2, metadata",
    source_clause="Detected victims over resident population, per 100,000; interval after Garwood 1936",
    caveats=(
        "A high rate means much trafficking or good detection, and nobody can tell which from it.",
        "Victims need not be residents: many were brought in, or are passing through.",
        "Eurostat prints the same rate per million: divide by ten before comparing.",
        "Blank where nobody sent the number of residents.",
    ),
    answers_to=("eu-trafficking-19a-2", "ilo-p029-3-1"),
    scopes=("trafficking",),
    counting={"date": "identified_on", "exposure": "residents", "per": 100_000},
    indicators=("ID-02",),
    worked_example=WorkedExample(
        story="In 2021, 15 victims are identified among 3,000,000 residents: 0.5 per 100,000.",
        rows=together(
            victims("a", 15, referred="2021-01-10", identified="2021-03-01"),
            residents(2021, 3_000_000),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 15, "denominator": 3_000_000, "value": 0.5},
    ),
)
