"""Median age of complaints open at the end of a year."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import complaints

metric = Metric(
    name="complaint_age",
    title="Age of open complaints",
    question="How long have the complaints that are open at the end of the year been waiting?",
    group="oversight",
    kind="stock_age",
    population="received_complaints",
    unit_counted="complaints",
    value_unit="days",
    period_kind="stock",
    numerator="Open complaints older than 730 days. The value is the median age of all open ones, in days, not a ratio of the two.",
    denominator="Complaints received and not decided at the end of the year.",
    good_direction="down",
    pair="complaint_clearance",
    source="NCSC CourTools",
    source_clause="Measure 4, age of active pending caseload, applied to complaints",
    caveats=(
        "A stock holds long waits more often than short ones: it is always older than a new complaint will get on average.",
        "Closing old complaints in bulk makes it look young: read it beside how many were upheld.",
        "Complaints closed on a day nobody recorded have no age: they are left out and shown as missing.",
    ),
    answers_to=("coe-29-4",),
    indicators=("CO-02",),
    breakdowns=("agency_kind",),
    scopes=("trafficking",),
    counting={
        "entered": "received_on",
        "left": "decided_on",
        "column": "outcome",
        "open": "open",
    },
    worked_example=WorkedExample(
        story="At the end of 2021 there are open: 7 complaints of 31 December 2020 (365 days old) and 4 of 1 January 2019 (1095 days old). 5 others were decided in 2021. The median is 365 days; 4 of 11 are older than two years.",
        rows=together(
            complaints("a", 7, "2020-12-31", "2022-05-01", outcome="upheld"),
            complaints("b", 4, "2019-01-01"),
            complaints("c", 5, "2020-12-31", "2021-05-01", outcome="not_upheld"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 4, "denominator": 11, "value": 365},
    ),
)
