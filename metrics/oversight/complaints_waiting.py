"""Complaints open at the end of a year for more than six months."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import complaints

metric = Metric(
    name="complaints_waiting",
    title="Complaints open for more than six months",
    question="Of the complaints open at the end of the year, how many have been open for more than six months?",
    group="oversight",
    kind="stock_share",
    population="received_complaints",
    unit_counted="complaints",
    value_unit="share",
    period_kind="stock",
    numerator="Open complaints older than 182 days.",
    denominator="Complaints received and not decided at the end of the year.",
    good_direction="down",
    pair="complaint_clearance",
    source="Independent Office for Police Conduct, police complaints statistics",
    source_clause="Complaints open for more than six months",
    caveats=(
        "Closing old complaints in bulk lowers it: read it beside how many were upheld.",
        "Many new complaints in the last weeks of a year lower it too.",
        "Complaints closed on a day nobody recorded have no age: they are left out and shown as missing.",
    ),
    answers_to=("coe-29-4",),
    indicators=("CO-02",),
    scopes=("trafficking",),
    counting={
        "entered": "received_on",
        "left": "decided_on",
        "column": "outcome",
        "open": "open",
        "older_than": 182,
    },
    worked_example=WorkedExample(
        story="At the end of 2021, 8 complaints of 1 February and 12 of 1 October 2021 are open; 5 others were decided. 8/20 = 0.4.",
        rows=together(
            complaints("a", 8, "2021-02-01"),
            complaints("b", 12, "2021-10-01", "2022-05-01", outcome="upheld"),
            complaints("c", 5, "2021-02-01", "2021-05-01", outcome="not_upheld"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 8, "denominator": 20, "value": 0.4},
    ),
)
