"""Investigation orders received that were carried out or refused within the time the directive gives."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import requests

metric = Metric(
    name="orders_answered_in_120_days",
    title="Investigation orders answered by 120 days",
    question="Of the European Investigation Orders received in the year, how many were carried out or refused within 120 days?",
    group="cooperation",
    kind="time_to_event",
    population="investigation_orders",
    unit_counted="requests",
    value_unit="share",
    period_kind="cohort",
    horizons=(120,),
    numerator="Orders carried out in full or refused within 120 days of receipt.",
    denominator="European Investigation Orders in trafficking cases received in the year.",
    good_direction="up",
    pair="refusal_share",
    source="Directive 2014/41/EU, Article 12(3) and (4)",
    source_clause="30 days to decide and 90 more to carry out, over orders received",
    caveats=(
        "The day of the decision is not recorded, so the 30 days to decide and the 90 to carry out are taken together.",
        "The directive allows 30 days more with reasons, and later execution after telling the other side: an order answered after day 120 need not be a breach.",
        "Refusing fast raises it: read it beside the refusals.",
        "Few orders a year: mostly the blocks of three years tell anything.",
    ),
    answers_to=("eu-eio-12-3",),
    indicators=("XB-03",),
    scopes=("trafficking",),
    counting={"estimate": "cumulative_incidence", "events": ("executed", "refused")},
    worked_example=WorkedExample(
        story="20 orders are received on 1 February 2021. 9 are carried out in March, 3 refused in April, 8 carried out in August. 30 requests of other kinds are not counted. 12/20 = 0.6.",
        rows=together(
            requests("a", 9, "2021-02-01", kind="eio", executed_on="2021-03-15"),
            requests("b", 3, "2021-02-01", kind="eio", refused_on="2021-04-15"),
            requests("c", 8, "2021-02-01", kind="eio", executed_on="2021-08-01"),
            requests("d", 30, "2021-02-01", executed_on="2021-03-15"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "horizon_days": 120},
        expect={"numerator": 12, "denominator": 20, "value": 0.6, "maturity": "mature"},
    ),
)
