"""Cases of trafficking opened in the year."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import opened
from metrics.example_rows import together

metric = Metric(
    name="cases_opened",
    title="Cases opened",
    question="How many cases were opened in the year?",
    group="prosecution",
    kind="count",
    population="case_openings",
    unit_counted="cases",
    value_unit="count",
    numerator="Cases opened in the year: of trafficking, or, where all crime is counted, of anything.",
    denominator="None.",
    good_direction="neither",
    pair="cases_with_conviction",
    source="UNODC, Global Report on Trafficking in Persons, offences recorded; ICCS 0204",
    source_clause="Offences of trafficking recorded in the year, here case by case; interval after Garwood 1936",
    caveats=(
        "Cases, not offences: one case may hold many offences, suspects and victims.",
        "Where a graver offence is charged beside trafficking, the case may be filed under that one and be missing here.",
        "It grows with the effort of the police as much as with crime: it is no measure of how much trafficking there is.",
        "The interval says how far chance alone moves such a count from year to year; every case reported was counted.",
    ),
    answers_to=("palermo-5-1", "coe-18-1"),
    indicators=("PR-01",),
    breakdowns=("exploitation_form", "cross_border"),
    is_trended=True,
    counting={"date": "opened_on"},
    worked_example=WorkedExample(
        story="14 cases are opened in 2021, 11 the year before: 14.",
        rows=together(opened("a", 14, "2021-02-01"), opened("b", 11, "2020-02-01")),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 14, "denominator": None, "value": 14, "status": "reportable"},
    ),
)
