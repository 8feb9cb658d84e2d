"""Value of assets confiscated, currency by currency."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import cases_with_assets
from metrics.populations.confiscated_assets import AMOUNT

metric = Metric(
    name="money_confiscated",
    title="Value confiscated",
    question="What were the assets worth that were confiscated in trafficking cases in the year?",
    group="redress",
    kind="amount",
    population="confiscated_assets",
    unit_counted="money",
    value_unit="money",
    numerator="Value of assets when confiscated, added over cases whose first asset was confiscated in the year.",
    denominator="Not applicable: it is a sum, not a part of one.",
    good_direction="neither",
    pair="realisation_ratio",
    source="UNODC, Global Report on Trafficking in Persons questionnaire",
    source_clause="Value of assets confiscated",
    caveats=(
        "Confiscated is not collected: orders for sums that nobody can pay count in full.",
        "One large case can be most of it.",
        "Currencies are never added up or converted, and amounts are not adjusted for the years' prices.",
        "Cases without a recorded amount are left out and shown as missing.",
    ),
    answers_to=("untoc-12-1", "coe-23-1", "eu-confiscation-28-1", "actip-17-1"),
    scopes=("trafficking",),
    counting={
        "date": "reached_on",
        "amount": AMOUNT,
        "currency": "currency",
    },
    worked_example=WorkedExample(
        story="In 2021 assets of 1,000 EUR each are confiscated in 10 cases and of 250 EUR each in 4. Together 11,000 EUR.",
        rows=together(
            cases_with_assets("a", 10, confiscated=("2021-02-01", 1000)),
            cases_with_assets("b", 4, confiscated=("2021-09-01", 250)),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "currency": "EUR"},
        expect={"numerator": 11000, "value": 11000},
    ),
)
