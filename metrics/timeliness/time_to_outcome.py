"""Median days from first suspicion to the end of all that was begun against a person."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import suspected_and_charged
from metrics.example_rows import suspected, together

metric = Metric(
    name="time_to_outcome",
    title="Time from first suspicion to the outcome",
    question="How many days pass from first suspicion until half of the persons have an outcome: cleared, convicted, or otherwise ended?",
    group="timeliness",
    kind="time_to_event",
    population="suspects_to_outcome",
    unit_counted="persons",
    value_unit="days",
    period_kind="cohort",
    numerator="Persons of the cohort who had an outcome by the data date, whatever it was. The value is the day by which half had, not a ratio of the two.",
    denominator="Persons first suspected or arrested in the year whose dates are known to the month or better.",
    good_direction="down",
    pair="charge_rate",
    source="Kaplan and Meier 1958",
    source_clause="Median of the time from first suspicion to closure, first-instance decision or other end, the open censored at the data date",
    caveats=(
        "Where half have no outcome yet, the mean time within three years tells what can be told.",
        "Counting ended cases only would make a growing backlog look fast; here the open ones count for as long as they were seen open.",
        "Closing cases fast shortens it: read it beside the charge rate.",
        "Appeals are not followed: the outcome is the last decision at first instance, or the first conviction of trafficking.",
    ),
    answers_to=("echr-4-1", "echr-6-1"),
    indicators=("TM-05",),
    breakdowns=("cross_border", "exploitation_form"),
    is_trended=True,
    counting={"estimate": "median", "events": "any"},
    worked_example=WorkedExample(
        story="50 persons are first suspected on 1 January 2020. The cases of 15 are closed after 100 days; 25 are charged and convicted after 500; 10 have no outcome yet. Half have one by day 500.",
        rows=together(
            suspected("a", 15, "2020-01-01", closed="2020-04-10"),
            suspected_and_charged("b", 25, "2020-01-01", "2020-06-01", "2021-05-15", "convicted"),
            suspected("c", 10, "2020-01-01"),
        ),
        about={
            "scope": "trafficking",
            "period_start": "2020-01-01",
            "period_end": "2020-12-31",
            "breakdown": "total",
        },
        expect={"numerator": 40, "denominator": 50, "value": 500},
    ),
)
