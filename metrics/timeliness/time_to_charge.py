"""Median days from first suspicion to the decision to charge or to close, with open suspicions kept in view."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import suspected_and_charged
from metrics.example_rows import suspected, together

metric = Metric(
    name="time_to_charge",
    title="Time from first suspicion to the decision whether to charge",
    question="How many days pass until half of the persons first suspected in the year have been charged or cleared?",
    group="timeliness",
    kind="time_to_event",
    population="suspects",
    unit_counted="persons",
    value_unit="days",
    period_kind="cohort",
    numerator="Persons of the cohort about whom it had been decided by the data date: charged, or closed without charge. The value is the day by which half had been decided on, not a ratio of the two.",
    denominator="Persons first suspected or arrested in the year whose dates are known to the month or better.",
    good_direction="down",
    pair="charge_rate",
    source="Kaplan and Meier 1958",
    source_clause="Median of the time from first suspicion to charge or closure, open suspicions censored at the data date",
    caveats=(
        "The decision to close counts as one too: a median of those charged alone would leave out all who wait to be cleared.",
        "Closing cases fast shortens it: read it beside the charge rate.",
        "Suspicion begins at different moments in different procedures, and may come long after the first report of a crime.",
        "Shown from 20 decisions on, and only where the interval is closed on both sides.",
        "A decision is seen only as far as prosecutors have reported, so suspects are followed up to the earlier of both data dates.",
    ),
    answers_to=("echr-4-1", "echr-6-1"),
    indicators=("TM-03",),
    breakdowns=("exploitation_form", "cross_border"),
    is_trended=True,
    counting={"estimate": "median", "events": "any"},
    worked_example=WorkedExample(
        story="40 persons are first suspected on 1 January 2020. 22 are charged after 60 days, the cases of 6 are closed after 100; 12 are still under investigation. About half it had been decided by day 60.",
        rows=together(
            suspected_and_charged("a", 22, "2020-01-01", "2020-03-01"),
            suspected("b", 6, "2020-01-01", closed="2020-04-10"),
            suspected("c", 12, "2020-01-01"),
        ),
        about={"scope": "trafficking", "period_start": "2020-01-01", "breakdown": "total"},
        expect={"numerator": 28, "denominator": 40, "value": 60},
    ),
)
