"""Money awarded of the money that victims claimed."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import claims, together
from metrics.example_tables import several

CLAIM = ("claim_id", "victim_id")

metric = Metric(
    name="award_to_claim",
    title="Money awarded of the money claimed",
    question="Of the money that victims claimed, how much was awarded when the claims were decided?",
    group="redress",
    kind="money_funnel",
    population="decided_claims",
    unit_counted="money",
    value_unit="ratio",
    period_kind="cohort",
    numerator="Money awarded on those claims up to the data date, in the currency of the claim.",
    denominator="Money claimed in claims first decided in the year, those refused included.",
    good_direction="neither",
    pair="claim_rate",
    source="United States Code, title 18, section 1593; Cochran 1977, section 6.4",
    source_clause="Award over the full amount of the loss; ratio of two sums over the same claims",
    caveats=(
        "What is claimed is not what was lost: lawyers ask for more, victims without a lawyer for less.",
        "Refused claims count with nothing awarded; leaving them out would flatter.",
        "A few large claims can decide it.",
        "Claims without a recorded amount, or in two currencies, are left out and shown as missing.",
        "Awarded is not paid.",
    ),
    answers_to=("coe-15-3", "palermo-6-6", "untoc-25-2"),
    indicators=("FI-08",),
    breakdowns=("compensation_route",),
    scopes=("trafficking",),
    counting={
        "date": "decided_on",
        "part": "awarded",
        "whole": "claimed",
        "incomplete": "is_incomplete",
    },
    worked_example=WorkedExample(
        story="In 2021, 4 claims of 2,000 EUR each are granted with 1,000 EUR, 8 claims of 1,000 EUR each are refused: 4,000 of 16,000 EUR.",
        rows=together(
            several(
                "compensation",
                "a",
                4,
                CLAIM,
                fact="claimed",
                occurred_on="2020-06-01",
                amount=2000,
                currency="EUR",
            ),
            several(
                "compensation",
                "b",
                8,
                CLAIM,
                fact="claimed",
                occurred_on="2020-06-01",
                amount=1000,
                currency="EUR",
            ),
            claims("a", 4, "2021-03-01", awarded=1000),
            several("compensation", "b", 8, CLAIM, fact="refused", occurred_on="2021-03-01"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "currency": "EUR"},
        expect={"numerator": 4000, "denominator": 16000, "value": 0.25},
    ),
)
