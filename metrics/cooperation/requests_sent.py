"""Requests for help that were sent, by kind."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import requests

metric = Metric(
    name="requests_sent",
    title="Requests for cooperation sent",
    question="How many requests for help in trafficking cases were sent in the year, and of which kinds?",
    group="cooperation",
    kind="count",
    population="sent_requests",
    unit_counted="requests",
    value_unit="count",
    numerator="Requests sent in the year.",
    denominator="Not applicable: it is a count, not a part of one.",
    good_direction="neither",
    pair="answered_in_90_days",
    source="UNTOC, Article 18; Directive 2014/41/EU",
    source_clause="Requests sent and received, by instrument",
    caveats=(
        "Many requests can mean many cases that cross borders, or cases split into many requests.",
        "Contacts from police to police are seldom written down as requests.",
        "A request says nothing about its answer: read it beside how many are answered.",
    ),
    answers_to=("untoc-18-1", "coe-32-1", "actip-18-1"),
    indicators=("XB-01",),
    breakdowns=("cooperation_kind",),
    scopes=("trafficking",),
    is_trended=True,
    counting={"date": "sent_on"},
    worked_example=WorkedExample(
        story="In 2021, 11 requests for legal assistance and 4 investigation orders are sent; 5 more are received.",
        rows=together(
            requests("a", 11, "2021-02-01", direction="sent"),
            requests("b", 4, "2021-02-01", direction="sent", kind="eio"),
            requests("c", 5, "2021-02-01", direction="received"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 15, "value": 15},
    ),
)
