"""Persons convicted at first instance in the year."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="persons_convicted",
    title="Persons convicted at first instance",
    question="How many persons were convicted in the year?",
    group="prosecution",
    kind="count",
    population="convicted_persons",
    unit_counted="persons",
    value_unit="count",
    numerator="Persons convicted at first instance in the year, each counted once: of trafficking itself, or, where all crime is counted, of anything.",
    denominator="None.",
    good_direction="neither",
    pair="trafficking_charge_retention",
    source="EU Directive 2011/36, Article 19a(2)(e); UNODC, Global Report on Trafficking in Persons, persons convicted",
    source_clause="Persons convicted in the year; interval after Garwood 1936",
    caveats=(
        "A count, not a rate: it says nothing about how many were charged or acquitted. Use conviction by cohort for that.",
        "First instance only: convictions overturned on appeal are still counted.",
        "Persons convicted of another offence only are left out of the count for trafficking; some States count them in.",
        "Blank where nobody was ever reported as convicted of anything.",
        "The interval says how far chance alone moves such a count from year to year; every conviction reported was counted.",
    ),
    answers_to=("eu-trafficking-19a-2", "tvpa-108b-1"),
    indicators=("PR-04",),
    breakdowns=("sex", "age_group", "citizenship_group", "exploitation_form"),
    is_trended=True,
    counting={"date": "convicted_on"},
    worked_example=WorkedExample(
        story="In 2021 courts convict 13 persons of trafficking and 4 charged with trafficking of another offence, and acquit 5: 13 count.",
        rows=together(
            charged("a", 13, "2020-03-01", "2021-02-01", "convicted"),
            charged("b", 4, "2020-03-01", "2021-02-01", "convicted_other"),
            charged("c", 5, "2020-03-01", "2021-02-01", "acquitted"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 13, "denominator": None, "value": 13, "status": "reportable"},
    ),
)
