"""Median days from an application to a State fund to its decision, with the undecided kept in view."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import several

CLAIM = ("claim_id", "victim_id")
APPLIED = {"fact": "claimed", "route": "state_fund", "occurred_on": "2021-01-01"}
DECIDED = {"route": "state_fund"}

metric = Metric(
    name="state_fund_duration",
    title="Time from application to the State fund's decision",
    question="How many days pass until half of the applications made to a State fund in the year have been decided?",
    group="redress",
    kind="time_to_event",
    population="fund_applications",
    unit_counted="claims",
    value_unit="days",
    period_kind="cohort",
    numerator="Applications of the cohort decided by the data date, granted or refused. The value is the day by which half had been, not a ratio of the two.",
    denominator="Applications to a State fund made in the year.",
    good_direction="down",
    pair="state_fund_success",
    source="Council of Europe Convention on Action against Trafficking, Article 15(4); Kaplan and Meier 1958",
    source_clause="Median of the time from application to decision, the undecided censored at the data date",
    caveats=(
        "Refusing fast shortens it: read it beside how many are granted.",
        "Some funds wait for the end of the criminal case, whose length then counts here.",
        "Shown from 20 decisions on, and only where the interval is closed on both sides.",
    ),
    answers_to=("coe-15-4", "eu-trafficking-17-1", "eu-compensation-12-2"),
    indicators=("FI-11",),
    scopes=("trafficking",),
    counting={"estimate": "median", "events": "any"},
    worked_example=WorkedExample(
        story="40 victims apply on 1 January 2021. 25 are granted something after 100 days, 5 refused after 400; 10 wait. Half have a decision by day 100.",
        rows=together(
            several("compensation", "a", 25, CLAIM, **APPLIED),
            several(
                "compensation",
                "a",
                25,
                CLAIM,
                fact="awarded",
                occurred_on="2021-04-11",
                amount=1000,
                currency="EUR",
                **DECIDED,
            ),
            several("compensation", "b", 5, CLAIM, **APPLIED),
            several(
                "compensation", "b", 5, CLAIM, fact="refused", occurred_on="2022-02-05", **DECIDED
            ),
            several("compensation", "c", 10, CLAIM, **APPLIED),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 30, "denominator": 40, "value": 100},
    ),
)
