"""Victims who received anything of what they were awarded, within one and two years."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import claims, together

metric = Metric(
    name="victims_paid",
    title="Victims paid by 12 and 24 months",
    question="Of the victims awarded compensation in the year, how many had received anything within one and two years?",
    group="redress",
    kind="time_to_event",
    population="awarded_victims",
    unit_counted="victims",
    value_unit="share",
    period_kind="cohort",
    horizons=(365, 730),
    numerator="Victims with a first payment, of whatever size, within the horizon.",
    denominator="Victims first awarded compensation in the year, by whatever route.",
    good_direction="up",
    pair="compensation_paid",
    source="GRETA, third evaluation round questionnaire, compensation; Aalen and Johansen 1978",
    source_clause="Victims paid over victims awarded, award cohort; those not yet followed so long are censored",
    caveats=(
        "A first instalment of any size counts: read it beside the share of the money that arrived.",
        "Payments made outside the enforcement office are often not recorded.",
        "A payment on another claim of the same victim counts as well.",
    ),
    answers_to=("coe-15-3", "palermo-6-6", "ilo-p029-4-1", "eu-victims-16-1"),
    indicators=("FI-09",),
    breakdowns=(
        "compensation_route",
        "sex",
        "age_group",
        "citizenship_group",
        "exploitation_form",
    ),
    case_mix=("exploitation_form", "age_group"),
    scopes=("trafficking",),
    counting={"estimate": "cumulative_incidence", "events": ("paid",)},
    worked_example=WorkedExample(
        story="On 1 March 2021, 20 victims are awarded 1,000 EUR each; 5 are paid 100 EUR on the same day, 15 nothing. Within a year 5 of 20 received anything.",
        rows=together(
            claims("a", 5, "2021-03-01", awarded=1000, paid=100),
            claims("b", 15, "2021-03-01", awarded=1000),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "horizon_days": 365},
        expect={"numerator": 5, "denominator": 20, "value": 0.25, "maturity": "mature"},
    ),
)
