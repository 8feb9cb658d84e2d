"""Days from referral by which nine tenths had a final decision, those still waiting kept in view."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import victims

metric = Metric(
    name="time_to_identification_90",
    title="Time from referral until nine tenths have a decision",
    question="How many days pass until nine tenths of those referred in the year have a final decision on whether they are victims?",
    group="identification",
    kind="time_to_event",
    population="referred_victims",
    unit_counted="victims",
    value_unit="days",
    period_kind="cohort",
    numerator="Persons of the cohort with a final decision by the data date, positive or negative. The value is the day by which nine tenths had one, not a ratio of the two.",
    denominator="Persons first referred in the year whose days are known to the month or better.",
    good_direction="down",
    pair="positive_identification_rate",
    source="Kaplan and Meier 1958; Brookmeyer and Crowley 1982",
    source_clause="90th percentile of the time from referral to final decision, undecided referrals censored at the data date or death",
    caveats=(
        "Tells of those who wait longest, whom a median does not see. Read both.",
        "Refusing those who have waited long shortens it: look at the share of positive decisions.",
        "Young cohorts have no such day yet: it is too early to tell while the slow decisions are open.",
        "Shown from 20 decisions on, and only where the interval is closed on both sides.",
    ),
    answers_to=("coe-10-1",),
    breakdowns=("age_group", "citizenship_group"),
    scopes=("trafficking",),
    counting={"estimate": "quantile", "share": 0.9, "events": "any"},
    indicators=("ID-04",),
    worked_example=WorkedExample(
        story="100 persons are referred on 1 January 2020. 60 have a decision after 100 days, 38 after 600; 2 still wait. By day 100 only 60 of 100 had one; nine tenths had by day 600.",
        rows=together(
            victims("a", 60, referred="2020-01-01", identified="2020-04-10"),
            victims("b", 38, referred="2020-01-01", refused="2021-08-23"),
            victims("c", 2, referred="2020-01-01"),
        ),
        about={"period_start": "2020-01-01", "period_end": "2020-12-31", "breakdown": "total"},
        expect={"numerator": 98, "denominator": 100, "value": 600},
    ),
)
