"""Freezing and confiscation orders of other jurisdictions that were executed within one year."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import requests

metric = Metric(
    name="foreign_confiscation_execution",
    title="Foreign freezing and confiscation orders executed by 12 months",
    question="Of the freezing and confiscation orders received from other jurisdictions in the year, how many were executed within one year?",
    group="cooperation",
    kind="time_to_event",
    population="foreign_asset_orders",
    unit_counted="requests",
    value_unit="share",
    period_kind="cohort",
    horizons=(365,),
    numerator="Orders executed in full within the horizon; a refusal ends the wait without it.",
    denominator="Freezing and confiscation orders in trafficking cases received in the year.",
    good_direction="up",
    pair="refusal_share",
    source="UNTOC, Articles 13 and 14; Regulation (EU) 2018/1805, Article 35",
    source_clause="Orders executed over orders received",
    caveats=(
        "Freezing and confiscation are recorded as one kind, though freezing has to be much quicker.",
        "How much was recovered, and whether it was shared or reached victims, is not recorded with the order.",
        "Few orders a year: mostly the blocks of three years tell anything.",
    ),
    answers_to=("untoc-13-1", "eu-freezing-35-1", "actip-21-1"),
    indicators=("XB-09",),
    scopes=("trafficking",),
    counting={"estimate": "cumulative_incidence", "events": ("executed",)},
    worked_example=WorkedExample(
        story="20 orders are received on 1 February 2021. 8 are executed in August, 2 refused in May, 10 wait. 8/20 = 0.4.",
        rows=together(
            requests("a", 8, "2021-02-01", kind="asset", executed_on="2021-08-01"),
            requests("b", 2, "2021-02-01", kind="asset", refused_on="2021-05-01"),
            requests("c", 10, "2021-02-01", kind="asset"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "horizon_days": 365},
        expect={"numerator": 8, "denominator": 20, "value": 0.4, "maturity": "mature"},
    ),
)
