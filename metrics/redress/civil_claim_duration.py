"""Median days from filing a civil claim to its end, with open claims kept in view."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import several

CLAIM = ("claim_id", "victim_id")

metric = Metric(
    name="civil_claim_duration",
    title="Time from a civil claim to its end",
    question="How many days pass until half of the civil claims that victims filed in the year have come to an end?",
    group="redress",
    kind="time_to_event",
    population="filed_civil_claims",
    unit_counted="claims",
    value_unit="days",
    period_kind="cohort",
    numerator="Claims of the cohort decided, settled or withdrawn by the data date. The value is the day by which half had ended, not a ratio of the two.",
    denominator="Civil claims of trafficking victims filed in the year.",
    good_direction="down",
    pair="civil_claim_success",
    source="Kaplan and Meier 1958",
    source_clause="Median of the time from filing to the end of the claim, open claims censored at the data date",
    caveats=(
        "Fast is not the same as fair: withdrawals shorten it. Look at how the claims ended.",
        "Courts often let a civil claim rest until the criminal case is over.",
        "Shown from 20 ends on, and only where the interval is closed on both sides.",
    ),
    answers_to=("echr-6-1", "coe-15-3"),
    breakdowns=("civil_respondent",),
    scopes=("trafficking",),
    counting={"estimate": "median", "events": "any"},
    worked_example=WorkedExample(
        story="40 claims are filed on 1 January 2021. 25 are granted after 100 days, 5 dismissed after 400; 10 are still open. Half have ended by day 100.",
        rows=together(
            several(
                "civil_claims",
                "a",
                25,
                CLAIM,
                filed_on="2021-01-01",
                decided_on="2021-04-11",
                outcome="granted",
            ),
            several(
                "civil_claims",
                "b",
                5,
                CLAIM,
                filed_on="2021-01-01",
                decided_on="2022-02-05",
                outcome="dismissed",
            ),
            several("civil_claims", "c", 10, CLAIM, filed_on="2021-01-01", outcome="pending"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 30, "denominator": 40, "value": 100},
    ),
)
