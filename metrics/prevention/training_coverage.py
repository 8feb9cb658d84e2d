"""Staff trained, of the staff who were to be trained."""

from metrics.definition import Metric, WorkedExample
from metrics.example_agencies import agencies, figures
from metrics.example_rows import together

metric = Metric(
    name="training_coverage",
    title="Training coverage",
    question="Of the staff who were to be trained to recognise and help victims, how many were trained by the end of the year?",
    group="prevention",
    kind="quantity",
    population="training_figures",
    unit_counted="staff",
    value_unit="share",
    period_kind="stock",
    numerator="Staff trained, as the agencies reported it.",
    denominator="Staff who were to be trained, as the same agencies reported it.",
    good_direction="up",
    pair="positive_identification_rate",
    source="Palermo Protocol, Article 10(2); EU Directive 2011/36, Article 18b",
    source_clause="Staff trained over target staff, added over agencies",
    caveats=(
        "Attendance is not competence: look at whether more victims are found and fewer decisions are reversed.",
        "Naming fewer people who are to be trained raises it.",
        "Agencies count in their own way, and what one calls training another calls a leaflet.",
        "The figures are added as they were reported, so there is no interval.",
    ),
    answers_to=(
        "palermo-10-2",
        "coe-29-1",
        "coe-10-1",
        "eu-trafficking-18b-1",
        "eu-trafficking-9-3",
        "untoc-29-1",
        "actip-16-1",
    ),
    breakdowns=("agency_kind",),
    scopes=("trafficking",),
    counting={"date": "period_end", "part": "staff_trained", "whole": "staff_to_train"},
    indicators=("PV-02",),
    worked_example=WorkedExample(
        story="For 2021 a police force reports 60 trained of 100, a second one 20 of 60; a third only that it trained 5. 80 of 160; the third is missing.",
        rows=together(
            agencies("NORTH", "SOUTH", "WEST"),
            figures("NORTH", 2021, staff_to_train=100, staff_trained=60),
            figures("SOUTH", 2021, staff_to_train=60, staff_trained=20),
            figures("WEST", 2021, staff_trained=5),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 80, "denominator": 160, "value": 0.5, "missing_share": 1 / 3},
    ),
)
