"""Median days from receiving a request to its answer, with the unanswered kept in view."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import requests

metric = Metric(
    name="request_turnaround",
    title="Time from a request to its answer",
    question="How many days pass until half of the requests received in the year have been executed or refused?",
    group="cooperation",
    kind="time_to_event",
    population="received_requests",
    unit_counted="requests",
    value_unit="days",
    period_kind="cohort",
    numerator="Requests of the cohort executed in full or refused by the data date. The value is the day by which half had been, not a ratio of the two.",
    denominator="Requests in trafficking cases received in the year.",
    good_direction="down",
    pair="refusal_share",
    source="Directive 2014/41/EU, Article 12; Kaplan and Meier 1958",
    source_clause="Median of the time from receipt to execution or refusal, pending requests censored at the data date",
    caveats=(
        "The yardstick of 30 days to decide and 90 more to carry out holds for European Investigation Orders only.",
        "Refusing fast shortens it: read it beside the refusals.",
        "Time during which the other side was asked to explain counts too.",
        "Shown from 20 answers on, and only where the interval is closed on both sides.",
    ),
    answers_to=("untoc-18-1", "untoc-18-24", "eu-eio-12-3", "actip-18-1"),
    indicators=("XB-03",),
    breakdowns=("cooperation_kind",),
    scopes=("trafficking",),
    is_trended=True,
    counting={"estimate": "median", "events": "any"},
    worked_example=WorkedExample(
        story="40 requests are received on 1 January 2021. 25 are executed after 100 days, 5 refused after 400; 10 are never answered. Half have been answered by day 100.",
        rows=together(
            requests("a", 25, "2021-01-01", executed_on="2021-04-11"),
            requests("b", 5, "2021-01-01", refused_on="2022-02-05"),
            requests("c", 10, "2021-01-01"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 30, "denominator": 40, "value": 100},
    ),
)
