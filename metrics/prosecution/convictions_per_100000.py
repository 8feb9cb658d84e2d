"""Persons convicted in the year for every 100,000 residents."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="convictions_per_100000",
    title="Persons convicted per 100,000 residents",
    question="How many persons were convicted in the year for every 100,000 people who live there?",
    group="prosecution",
    kind="rate",
    population="convicted_persons",
    unit_counted="persons",
    value_unit="per_hundred_thousand",
    numerator="Persons convicted at first instance in the year: of trafficking itself, or, where all crime is counted, of anything.",
    denominator="Residents at the middle of the year.",
    good_direction="neither",
    pair="end_to_end_conviction",
    source="UNODC, Global Report on Trafficking in Persons",
    source_clause="Persons convicted per 100,000 population; interval after Garwood 1936",
    caveats=(
        "It says how much of such justice there is for a population, not how cases end: it is no conviction rate.",
        "It grows with effort as much as with crime, and nobody knows how much trafficking there is to find.",
        "Small places move by chance: one case with many accused can double it.",
        "Blank where nobody reports how many people live there.",
    ),
    answers_to=("tvpa-108b-1", "eu-trafficking-19a-2"),
    indicators=("PR-16",),
    counting={"date": "convicted_on", "exposure": "residents", "per": 100_000},
    worked_example=WorkedExample(
        story="In a place of 4,000,000 residents, 12 persons are convicted of trafficking in 2021: 0.3 for every 100,000.",
        rows=together(
            charged("a", 12, "2020-03-01", "2021-02-01", "convicted"),
            {
                "residents": (
                    {
                        "period_start": "2021-01-01",
                        "period_end": "2021-12-31",
                        "residents": 4_000_000,
                    },
                )
            },
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 4_000_000, "value": 0.3},
    ),
)
