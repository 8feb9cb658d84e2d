"""Money returned to victims of the money realised from confiscated assets."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import cases_with_assets

metric = Metric(
    name="proceeds_to_victims",
    title="Proceeds of trafficking returned to victims",
    question="Of the money realised from confiscated assets in trafficking cases, how much went to victims?",
    group="redress",
    kind="money_funnel",
    population="realised_assets",
    unit_counted="money",
    value_unit="ratio",
    period_kind="cohort",
    numerator="Money from those same assets returned to victims or to a fund for them, up to the data date, in the currency it was realised in.",
    denominator="Money realised from assets, in cases whose first asset was realised in the year.",
    good_direction="up",
    pair="realisation_ratio",
    source="United Nations Convention against Transnational Organized Crime, Article 14(2); Cochran 1977, section 6.4",
    source_clause="Value returned over value realised; ratio of two sums over the same cases",
    caveats=(
        "Money that passes through the general budget before it reaches victims cannot be seen.",
        "Returning all of very little looks perfect: read it beside how much was realised.",
        "Money may be returned years later, so recent years will still rise.",
        "A few large cases can decide it.",
    ),
    answers_to=("untoc-14-2", "coe-15-4", "eu-confiscation-12-1", "actip-21-1"),
    indicators=("FI-12",),
    scopes=("trafficking",),
    counting={
        "date": "reached_on",
        "part": "further_amount",
        "whole": "amount",
        "incomplete": "is_incomplete",
    },
    worked_example=WorkedExample(
        story="In 2021 assets in 10 cases are sold for 600 EUR each; in 3 cases 500 EUR each go to the victims. 1,500 of 6,000 EUR.",
        rows=together(
            cases_with_assets("a", 3, realised=("2021-02-01", 600), returned=("2021-08-01", 500)),
            cases_with_assets("b", 7, realised=("2021-02-01", 600)),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "currency": "EUR"},
        expect={"numerator": 1500, "denominator": 6000, "value": 0.25},
    ),
)
