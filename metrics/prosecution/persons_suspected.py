"""Persons first suspected in the year."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import suspected, together

metric = Metric(
    name="persons_suspected",
    title="Persons suspected",
    question="How many persons were first suspected in the year?",
    group="prosecution",
    kind="count",
    population="suspected_persons",
    unit_counted="persons",
    value_unit="count",
    numerator="Persons first suspected or arrested in the year, or charged if that came first, each counted once.",
    denominator="None.",
    good_direction="neither",
    pair="charge_rate",
    source="EU Directive 2011/36, Article 19a(2)(b); UNODC, Global Report on Trafficking in Persons, persons suspected",
    source_clause="Persons suspected in the year; interval after Garwood 1936",
    caveats=(
        "Suspicion begins at different moments in different procedures: compare a jurisdiction with itself.",
        "It grows with the effort of the police as much as with crime: it is no measure of how much trafficking there is.",
        "Nobody here is found guilty of anything. Suspecting many and charging few raises it: read it beside the charge rate.",
        "The interval says how far chance alone moves such a count from year to year; every suspect reported was counted.",
    ),
    answers_to=("eu-trafficking-19a-2", "echr-4-1"),
    indicators=("PR-02",),
    breakdowns=("sex", "age_group", "citizenship_group", "exploitation_form"),
    counting={"date": "entered_on"},
    worked_example=WorkedExample(
        story="In 2021, 14 persons are first suspected, of whom 2 are cleared when their cases are closed; 11 others were suspected the year before. 14 count.",
        rows=together(
            suspected("a", 12, "2021-03-01"),
            suspected("b", 2, "2021-04-01", closed="2021-09-01"),
            suspected("c", 11, "2020-05-01"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 14, "denominator": None, "value": 14, "status": "reportable"},
    ),
)
