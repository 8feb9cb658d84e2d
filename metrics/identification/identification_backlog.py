"""Median age of referrals that wait for a decision at the end of a year."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import victims

metric = Metric(
    name="identification_backlog",
    title="Age of referrals without a decision",
    question="How long have the presumed victims who wait for a decision at the end of the year been waiting?",
    group="identification",
    kind="stock_age",
    population="referred_victims",
    unit_counted="victims",
    value_unit="days",
    period_kind="stock",
    numerator="Persons waiting longer than 730 days. The value is the median wait of all who wait, in days, not a ratio of the two.",
    denominator="Persons referred and without a final decision at the end of the year.",
    good_direction="down",
    pair="time_to_identification",
    source="NCSC CourTools; Home Office, National Referral Mechanism statistics, referrals awaiting a decision",
    source_clause="CourTools measure 4, age of what is pending, applied to referrals",
    caveats=(
        "The number waiting says nothing about how long; a stock holds long waits more often than short ones and is older than a new referral will get on average.",
        "Refusing old files in bulk makes it look young: read it beside the decisions.",
        "Persons whose referral is known to the year only have no age: they are left out and shown as missing.",
    ),
    answers_to=("coe-10-1", "eu-trafficking-11-4"),
    breakdowns=("age_group", "citizenship_group"),
    scopes=("trafficking",),
    counting={"entered": "entered_on", "left": "left_on", "column": "state", "open": "open"},
    indicators=("ID-05",),
    worked_example=WorkedExample(
        story="At the end of 2021 there wait: 9 persons referred on 31 December 2020 (365 days) and 4 referred on 1 January 2019 (1095 days). 5 others had a decision in 2021. The median wait is 365 days; 4 of 13 have waited longer than two years.",
        rows=together(
            victims("a", 9, referred="2020-12-31", identified="2022-05-01"),
            victims("b", 4, referred="2019-01-01"),
            victims("c", 5, referred="2020-12-31", refused="2021-05-01"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 4, "denominator": 13, "value": 365},
    ),
)
