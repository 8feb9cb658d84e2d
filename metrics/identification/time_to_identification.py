"""Median days from referral to the final decision, with those still waiting kept in view."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import victims

metric = Metric(
    name="time_to_identification",
    title="Time from referral to decision",
    question="How many days pass until half of those referred in the year have a final decision on whether they are victims?",
    group="identification",
    kind="time_to_event",
    population="referred_victims",
    unit_counted="victims",
    value_unit="days",
    period_kind="cohort",
    numerator="Persons of the cohort with a final decision by the data date, positive or negative. The value is the day by which half had one, not a ratio of the two.",
    denominator="Persons first referred in the year whose days are known to the month or better.",
    good_direction="down",
    pair="identification_backlog",
    source="Kaplan and Meier 1958",
    source_clause="Median of the time from referral to final decision, undecided referrals censored at the data date or death",
    caveats=(
        "The median of decided referrals alone misleads both ways: it falls while old files are left lying and rises when they are cleared. Here those still waiting count for as long as they waited.",
        "Fast is not the same as fair: quick refusals shorten it. Look at the share of positive decisions and at what reconsideration reverses.",
        "Half of those referred wait longer; the age of the backlog tells how much.",
        "Shown from 20 decisions on, and only where the interval is closed on both sides.",
    ),
    answers_to=("coe-10-1",),
    breakdowns=(
        "age_group",
        "citizenship_group",
        "exploitation_form",
        "lead_source",
    ),
    scopes=("trafficking",),
    counting={"estimate": "median", "events": "any"},
    indicators=("ID-04",),
    is_trended=True,
    worked_example=WorkedExample(
        story="40 persons are referred on 1 January 2020. 25 have a decision after 100 days, 5 after 400; 10 still wait. Half had one by day 100.",
        rows=together(
            victims("a", 25, referred="2020-01-01", identified="2020-04-10"),
            victims("b", 5, referred="2020-01-01", refused="2021-02-04"),
            victims("c", 10, referred="2020-01-01"),
        ),
        about={"period_start": "2020-01-01", "period_end": "2020-12-31", "breakdown": "total"},
        expect={"numerator": 30, "denominator": 40, "value": 100},
    ),
)
