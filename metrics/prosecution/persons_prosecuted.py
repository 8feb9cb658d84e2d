"""Persons against whom a prosecution was begun in the year."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="persons_prosecuted",
    title="Persons prosecuted",
    question="Against how many persons was a prosecution begun in the year?",
    group="prosecution",
    kind="count",
    population="prosecuted_persons",
    unit_counted="persons",
    value_unit="count",
    numerator="Persons against whom a prosecution was begun in the year, each counted once.",
    denominator="None.",
    good_direction="neither",
    pair="cohort_conviction",
    source="EU Directive 2011/36, Article 19a(2); UNODC, Global Report on Trafficking in Persons, persons prosecuted",
    source_clause="Persons prosecuted in the year; interval after Garwood 1936",
    caveats=(
        "It grows with the effort of police and prosecutors as much as with crime: it is no measure of how much trafficking there is.",
        "Charging weak cases raises it: read it beside conviction by cohort.",
        "The interval says how far chance alone moves such a count from year to year; every prosecution reported was counted.",
        "A person prosecuted in two years counts in both.",
    ),
    answers_to=("eu-trafficking-19a-2", "palermo-5-1"),
    indicators=("PR-03",),
    breakdowns=("sex", "age_group", "citizenship_group", "exploitation_form"),
    is_trended=True,
    counting={"date": "charged_on"},
    worked_example=WorkedExample(
        story="In 2021 prosecutions are begun against 12 persons: 12, though chance alone could make it 6 or 21 in such a year.",
        rows=together(charged("a", 12, "2021-03-01")),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 12, "denominator": None, "value": 12, "status": "reportable"},
    ),
)
