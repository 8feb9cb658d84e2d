"""Complaints closed per complaint received."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import complaints

metric = Metric(
    name="complaint_clearance",
    title="Complaints closed per complaint received",
    question="How many complaints were closed in the year for every one received?",
    group="oversight",
    kind="ratio",
    population="received_complaints",
    unit_counted="complaints",
    value_unit="ratio",
    numerator="Complaints decided or withdrawn in the year, whenever they were received.",
    denominator="Complaints received in the year.",
    good_direction="neither",
    pair="complaint_age",
    source="CEPEJ, Guidelines on judicial statistics (GOJUST)",
    source_clause="Clearance rate, applied to complaints (here 1 stands for 100 %)",
    caveats=(
        "A value of 1 beside a large stock is still a backlog.",
        "Turning complaints away unread lifts it: read it beside how many are upheld.",
        "It rises when fewer people complain.",
    ),
    answers_to=("coe-29-4",),
    indicators=("CO-02",),
    breakdowns=("agency_kind",),
    scopes=("trafficking",),
    is_trended=True,
    counting={
        "part": {"date": "decided_on", "happened": "outcome <> 'open'"},
        "whole": {"date": "received_on", "happened": "TRUE"},
    },
    worked_example=WorkedExample(
        story="In 2021, 16 complaints are received and 12 closed, 10 of them received the year before: 12/16 = 0.75.",
        rows=together(
            complaints("a", 10, "2020-05-01", "2021-02-01", outcome="upheld"),
            complaints("b", 2, "2021-02-01", "2021-12-01", outcome="withdrawn"),
            complaints("c", 14, "2021-03-01", outcome="pending"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 16, "value": 0.75},
    ),
)
