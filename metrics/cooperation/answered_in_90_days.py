"""Requests sent that the other side answered within 90 days."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import requests

metric = Metric(
    name="answered_in_90_days",
    title="Requests sent and answered by 90 days",
    question="Of the requests sent to other jurisdictions in the year, how many were executed or refused within 90 days?",
    group="cooperation",
    kind="time_to_event",
    population="sent_requests",
    unit_counted="requests",
    value_unit="share",
    period_kind="cohort",
    horizons=(90,),
    numerator="Requests executed in full or refused by the other side within 90 days.",
    denominator="Requests in trafficking cases sent in the year.",
    good_direction="up",
    pair="requests_sent",
    source="Palermo Protocol, Article 10; Council of Europe Convention on Action against Trafficking, Article 34",
    source_clause="Requests answered within 90 days over requests sent",
    caveats=(
        "It tells about those who were asked, not about those who sent: all partners together, and none is named here.",
        "How clearly a request was written decides much of it.",
        "A mere acknowledgement is no answer.",
    ),
    answers_to=("palermo-10-1", "coe-33-1", "actip-20-1"),
    indicators=("XB-10",),
    breakdowns=("cooperation_kind",),
    scopes=("trafficking",),
    counting={"estimate": "cumulative_incidence", "events": ("executed", "refused")},
    worked_example=WorkedExample(
        story="20 requests are sent on 1 February 2021. 5 are executed and 3 refused in March, 12 executed in August. 8/20 = 0.4.",
        rows=together(
            requests("a", 5, "2021-02-01", direction="sent", executed_on="2021-03-01"),
            requests("b", 3, "2021-02-01", direction="sent", refused_on="2021-03-15"),
            requests("c", 12, "2021-02-01", direction="sent", executed_on="2021-08-01"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "horizon_days": 90},
        expect={"numerator": 8, "denominator": 20, "value": 0.4, "maturity": "mature"},
    ),
)
