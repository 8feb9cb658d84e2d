"""Money spent, of the money set aside against trafficking."""

from metrics.definition import Metric, WorkedExample
from metrics.example_agencies import agencies, figures
from metrics.example_rows import together

metric = Metric(
    name="budget_executed",
    title="Budget spent",
    question="Of the money set aside for protection and prevention in the year, how much was spent?",
    group="prevention",
    kind="quantity",
    population="budget_figures",
    unit_counted="budget",
    value_unit="ratio",
    numerator="Money spent, as the agencies reported it, each currency by itself.",
    denominator="Money allocated, as the same agencies reported it.",
    good_direction="neither",
    pair="assistance_within_30_days",
    source="OSCE, survey of efforts to implement commitments against trafficking 2021",
    source_clause="Spent over allocated, added over agencies",
    caveats=(
        "A small budget spent in full is still small: look at the amounts, and at how many victims were helped.",
        "More than was set aside can be spent, so the number can pass 1.",
        "Currencies are never added up: each has a number of its own.",
        "The figures are added as they were reported, so there is no interval.",
    ),
    answers_to=("coe-5-1", "eu-trafficking-18-1"),
    breakdowns=("agency_kind",),
    scopes=("trafficking",),
    counting={
        "date": "period_end",
        "part": "budget_spent",
        "whole": "budget_allocated",
        "currency": "currency",
    },
    indicators=("PV-07",),
    worked_example=WorkedExample(
        story="For 2021 one body reports 300,000 of 400,000 EUR spent, another 200,000 of 600,000 EUR: 500,000 of 1,000,000 EUR. A third spends US dollars, which are not added.",
        rows=together(
            agencies("NORTH", "SOUTH", "WEST", kind="support"),
            figures("NORTH", 2021, "EUR", budget_allocated=400_000, budget_spent=300_000),
            figures("SOUTH", 2021, "EUR", budget_allocated=600_000, budget_spent=200_000),
            figures("WEST", 2021, "USD", budget_allocated=50_000, budget_spent=50_000),
        ),
        about={
            "period_start": "2021-01-01",
            "period_end": "2021-12-31",
            "breakdown": "total",
            "currency": "EUR",
        },
        expect={"numerator": 500_000, "denominator": 1_000_000, "value": 0.5},
    ),
)
