"""Money paid of the money awarded to victims."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import claims, together

metric = Metric(
    name="compensation_paid",
    title="Compensation paid",
    question="Of the money awarded to victims in the year, how much has been paid?",
    group="redress",
    kind="money_funnel",
    population="awarded_claims",
    unit_counted="money",
    value_unit="ratio",
    period_kind="cohort",
    numerator="Money paid on those claims up to the data date, in the currency of the award.",
    denominator="Money awarded on claims first awarded in the year.",
    good_direction="up",
    pair="compensation_awarded",
    source="GRETA, third evaluation round questionnaire, compensation; Cochran 1977, section 6.4",
    source_clause="Amount paid over amount awarded, award cohort; ratio of two sums over the same claims",
    caveats=(
        "A few large awards can decide it: it tells about money, not about how many victims were paid.",
        "Payments take years, so recent years will still rise; interest can lift it above 1.",
        "Currencies are never added up: each has a number of its own.",
        "Claims paid in another currency or without a recorded amount are left out and shown as missing.",
    ),
    answers_to=("coe-15-3", "ilo-p029-4-1", "palermo-6-6"),
    indicators=("FI-09",),
    is_headline=True,
    breakdowns=("compensation_route",),
    scopes=("trafficking",),
    counting={
        "date": "awarded_on",
        "part": "paid",
        "whole": "awarded",
        "incomplete": "is_incomplete",
    },
    worked_example=WorkedExample(
        story="In 2021, 4 claims are awarded 1,000 EUR each and paid in full, 8 are awarded 2,000 EUR each and paid nothing: 4,000 of 20,000 EUR.",
        rows=together(
            claims("a", 4, "2021-03-01", awarded=1000, paid=1000),
            claims("b", 8, "2021-03-01", awarded=2000),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "currency": "EUR"},
        expect={"numerator": 4000, "denominator": 20000, "value": 0.2},
    ),
)
