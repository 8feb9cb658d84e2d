"""Value realised of the value confiscated, over the same assets."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import cases_with_assets

metric = Metric(
    name="realisation_ratio",
    title="Confiscated assets turned into money, by value",
    question="Of the value confiscated in trafficking cases, how much has been turned into money the State can use?",
    group="redress",
    kind="money_funnel",
    population="confiscated_assets",
    unit_counted="money",
    value_unit="ratio",
    period_kind="cohort",
    numerator="Money realised from those same assets up to the data date, in the currency of the confiscation.",
    denominator="Value of assets when confiscated, in cases whose first asset was confiscated in the year.",
    good_direction="up",
    pair="proceeds_to_victims",
    source="Directive (EU) 2024/1260, Article 28; Cochran 1977, section 6.4",
    source_clause="Value realised over value confiscated; ratio of two sums over the same cases",
    caveats=(
        "Sales take years, so recent years will still rise.",
        "Orders for a sum of money that nobody can pay count in full below the line.",
        "Property kept for public or social use is not realised, and lowers it.",
        "A few large cases can decide it.",
    ),
    answers_to=("eu-confiscation-28-1", "eu-confiscation-12-1", "untoc-12-1"),
    indicators=("FI-05",),
    scopes=("trafficking",),
    counting={
        "date": "reached_on",
        "part": "further_amount",
        "whole": "amount",
        "incomplete": "is_incomplete",
    },
    worked_example=WorkedExample(
        story="In 2021 assets of 1,000 EUR are confiscated in each of 10 cases; in 4 of them they are sold a year later for 600 EUR. 2,400 of 10,000 EUR.",
        rows=together(
            cases_with_assets(
                "a", 4, confiscated=("2021-02-01", 1000), realised=("2022-02-01", 600)
            ),
            cases_with_assets("b", 6, confiscated=("2021-02-01", 1000)),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "currency": "EUR"},
        expect={"numerator": 2400, "denominator": 10000, "value": 0.24},
    ),
)
