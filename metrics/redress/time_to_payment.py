"""Median days from a victim's award to the first payment, with the unpaid kept in view."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import claims, together
from metrics.example_tables import several

CLAIM = ("claim_id", "victim_id")
PAYMENT = {"fact": "paid", "amount": 500, "currency": "EUR"}

metric = Metric(
    name="time_to_payment",
    title="Time from award to first payment",
    question="How many days pass until half of the victims awarded compensation in the year have received a first payment?",
    group="redress",
    kind="time_to_event",
    population="awarded_victims",
    unit_counted="victims",
    value_unit="days",
    period_kind="cohort",
    numerator="Victims of the cohort with a first payment by the data date. The value is the day by which half had one, not a ratio of the two.",
    denominator="Victims first awarded compensation in the year, by whatever route.",
    good_direction="down",
    pair="victims_paid",
    source="Kaplan and Meier 1958",
    source_clause="Median of the time from award to first payment, the unpaid censored at the data date",
    caveats=(
        "Where most victims are never paid there is no median, however long one waits: the blank then means that half were not reached.",
        "The average among those who were paid would hide everybody who was not; it is not shown.",
        "A first instalment of any size ends the wait.",
        "Shown from 20 payments on, and only where the interval is closed on both sides.",
    ),
    answers_to=("eu-victims-16-1", "coe-15-3", "ilo-p029-4-1"),
    indicators=("FI-10",),
    scopes=("trafficking",),
    counting={"estimate": "median", "events": ("paid",)},
    worked_example=WorkedExample(
        story="On 1 January 2021, 40 victims are awarded 1,000 EUR each. 25 receive a first payment on 11 April, after 100 days, 8 in 2022; 7 are never paid. Half have been paid by day 100.",
        rows=together(
            claims("a", 32, "2021-01-01", awarded=1000),
            several("compensation", "a", 25, CLAIM, occurred_on="2021-04-11", **PAYMENT),
            claims("b", 8, "2021-01-01", awarded=1000),
            several("compensation", "b", 8, CLAIM, occurred_on="2022-02-05", **PAYMENT),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 33, "denominator": 40, "value": 100},
    ),
)
