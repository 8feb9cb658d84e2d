"""Presumed victims who have waited longer than a year, of all who wait for a decision."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import victims

metric = Metric(
    name="backlog_over_a_year",
    title="Referrals waiting longer than a year",
    question="Of the presumed victims who wait for a decision at the end of the year, how many have waited longer than a year?",
    group="identification",
    kind="stock_share",
    population="referred_victims",
    unit_counted="victims",
    value_unit="share",
    period_kind="stock",
    numerator="Persons waiting longer than 365 days.",
    denominator="Persons referred and without a final decision at the end of the year.",
    good_direction="down",
    pair="positive_identification_rate",
    source="Home Office, National Referral Mechanism statistics, referrals awaiting a decision",
    source_clause="Share of open referrals older than twelve months",
    caveats=(
        "Many new referrals lower it although nobody waits less: read it beside the median age.",
        "Refusing old files in bulk lowers it: read it beside the share of positive decisions.",
        "Persons whose referral is known to the year only have no age: they are left out and shown as missing.",
    ),
    answers_to=("coe-10-1", "eu-trafficking-11-4"),
    breakdowns=("age_group", "citizenship_group"),
    scopes=("trafficking",),
    counting={
        "entered": "entered_on",
        "left": "left_on",
        "column": "state",
        "open": "open",
        "older_than": 365,
    },
    indicators=("ID-05",),
    worked_example=WorkedExample(
        story="At the end of 2022 there wait: 12 persons referred in June 2022 and 4 referred in March 2021. 5 others had a decision in 2022. 4 of 16 have waited longer than a year.",
        rows=together(
            victims("a", 12, referred="2022-06-10"),
            victims("b", 4, referred="2021-03-01", identified="2023-02-01"),
            victims("c", 5, referred="2021-03-01", refused="2022-05-01"),
        ),
        about={"period_start": "2022-01-01", "period_end": "2022-12-31", "breakdown": "total"},
        expect={"numerator": 4, "denominator": 16, "value": 0.25},
    ),
)
