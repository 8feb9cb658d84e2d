"""Complaints received about how an official or a service acted."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import complaints

metric = Metric(
    name="complaints_received",
    title="Complaints received",
    question="How many complaints about officials and services were received in the year?",
    group="oversight",
    kind="count",
    population="received_complaints",
    unit_counted="complaints",
    value_unit="count",
    numerator="Complaints received in the year, whoever made them.",
    denominator="Not applicable: it is a count, not a part of one.",
    good_direction="neither",
    pair="complaints_upheld",
    source="Council of Europe Convention on Action against Trafficking, Article 29(4); Justice Counts",
    source_clause="Complaints received, by the body complained about",
    caveats=(
        "Few complaints can mean good work, or that nobody trusts the office or knows of it: fewer is not better.",
        "They are not divided by cases: one case can bring many complaints, and many complaints are about no case.",
        "A campaign or a new form to fill in moves it.",
    ),
    answers_to=("coe-29-4", "coe-27-2"),
    breakdowns=("agency_kind",),
    scopes=("trafficking",),
    is_trended=True,
    counting={"date": "received_on"},
    worked_example=WorkedExample(
        story="In 2021, 11 complaints about the police and 4 about courts are received; 3 more in 2022.",
        rows=together(
            complaints("a", 11, "2021-02-01"),
            complaints("b", 4, "2021-02-01", about="court"),
            complaints("c", 3, "2022-02-01"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 15, "value": 15},
    ),
)
