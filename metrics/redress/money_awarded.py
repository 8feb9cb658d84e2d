"""Money awarded to victims, currency by currency."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import claims, together

metric = Metric(
    name="money_awarded",
    title="Money awarded to victims",
    question="How much money was awarded to victims in the year?",
    group="redress",
    kind="amount",
    population="awarded_claims",
    unit_counted="money",
    value_unit="money",
    numerator="Money awarded up to the data date, added over claims first awarded in the year.",
    denominator="Not applicable: it is a sum, not a part of one.",
    good_direction="neither",
    pair="compensation_paid",
    source="GRETA, third evaluation round questionnaire, compensation",
    source_clause="Amount of compensation awarded",
    caveats=(
        "Awarded is not paid: read it beside the share of the money that arrived.",
        "One large award can be most of it; it does not tell how many victims were awarded anything.",
        "Currencies are never added up or converted, and amounts are not adjusted for the years' prices.",
        "Claims without a recorded amount are left out and shown as missing.",
    ),
    answers_to=("coe-15-3", "palermo-6-6", "ilo-p029-4-1"),
    breakdowns=("compensation_route",),
    scopes=("trafficking",),
    counting={"date": "awarded_on", "amount": "awarded", "currency": "currency"},
    worked_example=WorkedExample(
        story="In 2021, 4 victims are awarded 1,000 EUR each and 8 are awarded 2,000 EUR each, whatever is paid. Together 20,000 EUR.",
        rows=together(
            claims("a", 4, "2021-03-01", awarded=1000, paid=1000),
            claims("b", 8, "2021-03-01", awarded=2000),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "currency": "EUR"},
        expect={"numerator": 20000, "value": 20000},
    ),
)
