"""Requests for extradition or surrender that were executed within one and two years."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import requests

metric = Metric(
    name="extradition_execution",
    title="Extradition or surrender by 12 and 24 months",
    question="Of the requests for extradition or surrender received in the year, how many were executed within one and two years?",
    group="cooperation",
    kind="time_to_event",
    population="extradition_requests",
    unit_counted="requests",
    value_unit="share",
    period_kind="cohort",
    horizons=(365, 730),
    numerator="Requests on which the person was handed over within the horizon; a refusal ends the wait without it.",
    denominator="Requests for extradition or surrender in trafficking cases received in the year.",
    good_direction="neither",
    pair="refusal_share",
    source="UNTOC, Article 16; Aalen and Johansen 1978",
    source_clause="Cumulative incidence of surrender, refusal competing, pending requests censored at the data date",
    caveats=(
        "A person who is not handed over can be put before own courts instead: whether that happened is not recorded here.",
        "A request for a person who cannot be found waits without anybody's fault.",
        "Refusals that protect a person from ill-treatment are owed.",
        "Few requests a year: mostly the blocks of three years tell anything.",
    ),
    answers_to=("untoc-16-3", "actip-19-1"),
    indicators=("XB-05",),
    scopes=("trafficking",),
    counting={"estimate": "cumulative_incidence", "events": ("executed",)},
    worked_example=WorkedExample(
        story="20 requests for extradition are received on 1 February 2021. 12 are executed in August, 4 refused in May, 4 wait. 30 requests of other kinds are not counted. 12/20 = 0.6.",
        rows=together(
            requests("a", 12, "2021-02-01", kind="extradition", executed_on="2021-08-01"),
            requests("b", 4, "2021-02-01", kind="extradition", refused_on="2021-05-01"),
            requests("c", 4, "2021-02-01", kind="extradition"),
            requests("d", 30, "2021-02-01"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "horizon_days": 365},
        expect={"numerator": 12, "denominator": 20, "value": 0.6, "maturity": "mature"},
    ),
)
