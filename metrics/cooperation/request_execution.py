"""Requests received that were executed within one year."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import requests

metric = Metric(
    name="request_execution",
    title="Requests executed by 12 months",
    question="Of the requests received from other jurisdictions in the year, how many were executed within one year?",
    group="cooperation",
    kind="time_to_event",
    population="received_requests",
    unit_counted="requests",
    value_unit="share",
    period_kind="cohort",
    horizons=(365,),
    numerator="Requests executed in full within the horizon; a refusal ends the wait without it.",
    denominator="Requests in trafficking cases received in the year.",
    good_direction="up",
    pair="refusal_share",
    source="UNTOC, Article 18; Aalen and Johansen 1978",
    source_clause="Cumulative incidence of execution, refusal competing, pending requests censored at the data date",
    caveats=(
        "Executed in part counts as not executed, since the data hold the day of full execution only.",
        "Not every request can be executed: some ask for what the law forbids.",
        "Kinds differ: a question between police forces is answered in days, legal assistance in months.",
    ),
    answers_to=("untoc-18-1", "coe-32-1", "actip-18-1"),
    indicators=("XB-02",),
    breakdowns=("cooperation_kind",),
    scopes=("trafficking",),
    counting={"estimate": "cumulative_incidence", "events": ("executed",)},
    worked_example=WorkedExample(
        story="20 requests are received on 1 February 2021. 9 are executed in August, 3 refused in May, 8 never answered. 9/20 = 0.45.",
        rows=together(
            requests("a", 9, "2021-02-01", executed_on="2021-08-01"),
            requests("b", 3, "2021-02-01", refused_on="2021-05-01"),
            requests("c", 8, "2021-02-01"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "horizon_days": 365},
        expect={"numerator": 9, "denominator": 20, "value": 0.45, "maturity": "mature"},
    ),
)
