"""Requests refused, of those answered."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import requests

metric = Metric(
    name="refusal_share",
    title="Requests refused",
    question="Of the requests of other jurisdictions that were answered in the year, how many were refused?",
    group="cooperation",
    kind="share",
    population="received_requests",
    unit_counted="requests",
    value_unit="share",
    numerator="Requests refused.",
    denominator="Requests executed in full or refused in the year, whenever they were received.",
    good_direction="neither",
    pair="request_execution",
    source="UNTOC, Article 18(21)",
    source_clause="Refused over decided",
    caveats=(
        "The commonest refusal is silence: requests never answered are not here.",
        "A refusal that protects a person's rights is no failure: read it beside the grounds.",
        "A request executed after a first refusal counts as refused.",
    ),
    answers_to=("untoc-18-1", "eu-eio-11-1", "coe-32-1"),
    indicators=("XB-04",),
    breakdowns=("cooperation_kind",),
    scopes=("trafficking",),
    is_trended=True,
    counting={
        "date": "ended_on",
        "column": "ending",
        "part": ("refused",),
        "whole": ("executed", "refused"),
        "unknown": (),
    },
    worked_example=WorkedExample(
        story="In 2021, 16 requests are executed and 4 refused; 7 are not answered. 4/20 = 0.2.",
        rows=together(
            requests("a", 16, "2020-11-01", executed_on="2021-08-01"),
            requests("b", 4, "2021-02-01", refused_on="2021-05-01", ground="incomplete"),
            requests("c", 7, "2021-02-01"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 4, "denominator": 20, "value": 0.2},
    ),
)
