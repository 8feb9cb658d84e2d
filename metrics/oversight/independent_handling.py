"""Complaints investigated by a body that is independent of the one complained about."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import complaints

metric = Metric(
    name="independent_handling",
    title="Complaints investigated independently",
    question="Of the complaints received in the year, how many were investigated by a body independent of the one complained about?",
    group="oversight",
    kind="share",
    population="received_complaints",
    unit_counted="complaints",
    value_unit="share",
    numerator="Complaints investigated by an independent body.",
    denominator="Complaints received in the year and not withdrawn, of which it is recorded who investigated.",
    good_direction="up",
    pair="complaints_received",
    source="Council of Europe Convention on Action against Trafficking, Article 29(4); Directive 2011/36/EU, Article 19",
    source_clause="Investigated by a body independent of the respondent over investigated",
    caveats=(
        "Independent on paper is not independent in fact: who appoints, pays and staffs the body decides.",
        "Small matters may rightly be settled by the office itself, where the person who complains agrees.",
        "Complaints of which nobody recorded who investigated are left out and shown as missing.",
    ),
    answers_to=("coe-29-1", "coe-29-4", "eu-trafficking-19-1"),
    indicators=("CO-05",),
    breakdowns=("agency_kind",),
    scopes=("trafficking",),
    is_trended=True,
    counting={
        "date": "received_on",
        "column": "handling",
        "part": ("independent",),
        "whole": ("independent", "own"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021, 25 complaints are received: 9 go to an independent body, 11 stay in the office, of 5 it is not recorded. 9/20 = 0.45, with 5 of 25 missing.",
        rows=together(
            complaints("a", 9, "2021-02-01", is_independent=True),
            complaints("b", 11, "2021-02-01", is_independent=False),
            complaints("c", 5, "2021-02-01"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 9, "denominator": 20, "value": 0.45, "missing_share": 0.2},
    ),
)
