"""Value frozen of the value traced, over the same assets."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import cases_with_assets

metric = Metric(
    name="frozen_of_traced",
    title="Assets frozen of the assets traced, by value",
    question="Of the value of assets traced in trafficking cases, how much was frozen or seized?",
    group="redress",
    kind="money_funnel",
    population="traced_assets",
    unit_counted="money",
    value_unit="ratio",
    period_kind="cohort",
    numerator="Value of those same assets when they were frozen or seized, up to the data date, in the currency of the tracing.",
    denominator="Value of assets when traced, in cases whose first asset was traced in the year.",
    good_direction="up",
    pair="confiscated_of_frozen",
    source="Directive (EU) 2024/1260, Article 28; Cochran 1977, section 6.4",
    source_clause="Value at each step of the recovery of assets; ratio of two sums over the same cases",
    caveats=(
        "Values at tracing are guesses: an asset worth more when it is frozen lifts the number, even above 1.",
        "Tracing little and freezing all of it looks perfect: read it beside the cases in which money was looked for at all.",
        "A few large cases can decide it.",
        "Assets frozen without being recorded as traced are not here.",
        "Where several persons answer for one sum, it may be recorded with each of them.",
    ),
    answers_to=("untoc-12-1", "eu-confiscation-28-1", "actip-17-1"),
    indicators=("FI-04",),
    scopes=("trafficking",),
    counting={
        "date": "reached_on",
        "part": "further_amount",
        "whole": "amount",
        "incomplete": "is_incomplete",
    },
    worked_example=WorkedExample(
        story="In 2021 assets of 1,000 EUR are traced in each of 12 cases; in 3 they are frozen. 3,000 of 12,000 EUR.",
        rows=together(
            cases_with_assets("a", 3, traced=("2021-02-01", 1000), frozen=("2021-03-01", 1000)),
            cases_with_assets("b", 9, traced=("2021-02-01", 1000)),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "currency": "EUR"},
        expect={"numerator": 3000, "denominator": 12000, "value": 0.25},
    ),
)
