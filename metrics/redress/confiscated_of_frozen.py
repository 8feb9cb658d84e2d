"""Value confiscated of the value frozen, over the same assets."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import cases_with_assets

metric = Metric(
    name="confiscated_of_frozen",
    title="Assets confiscated of the assets frozen, by value",
    question="Of the value of assets frozen or seized in trafficking cases, how much was confiscated in the end?",
    group="redress",
    kind="money_funnel",
    population="frozen_assets",
    unit_counted="money",
    value_unit="ratio",
    period_kind="cohort",
    numerator="Value of those same assets when they were confiscated, up to the data date, in the currency of the freezing.",
    denominator="Value of assets when frozen or seized, in cases whose first asset was frozen in the year.",
    good_direction="neither",
    pair="frozen_of_traced",
    source="Directive (EU) 2024/1260, Article 28; Cochran 1977, section 6.4",
    source_clause="Value at each step of the recovery of assets; ratio of two sums over the same cases",
    caveats=(
        "Confiscation comes with the verdict or after it, so recent years will still rise.",
        "Assets given back to owners who had done nothing wrong lower it, and should.",
        "Assets confiscated without having been frozen are not here.",
        "A few large cases can decide it, and values change between the steps.",
    ),
    answers_to=("untoc-12-1", "eu-confiscation-28-1", "eu-confiscation-12-1", "actip-17-1"),
    indicators=("FI-04",),
    scopes=("trafficking",),
    counting={
        "date": "reached_on",
        "part": "further_amount",
        "whole": "amount",
        "incomplete": "is_incomplete",
    },
    worked_example=WorkedExample(
        story="In 2021 assets are frozen in 12 cases, 1,000 EUR in each; in 6 of them 500 EUR each are confiscated. 3,000 of 12,000 EUR. 2,000 EUR confiscated in another case without a freezing order are not counted here.",
        rows=together(
            cases_with_assets("a", 6, frozen=("2021-02-01", 1000), confiscated=("2022-03-01", 500)),
            cases_with_assets("b", 6, frozen=("2021-02-01", 1000)),
            cases_with_assets("c", 1, confiscated=("2021-05-01", 2000)),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "currency": "EUR"},
        expect={"numerator": 3000, "denominator": 12000, "value": 0.25},
    ),
)
