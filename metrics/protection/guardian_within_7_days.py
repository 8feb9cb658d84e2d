"""Unaccompanied children with a guardian within a week."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import protected, victims

metric = Metric(
    name="guardian_within_7_days",
    title="Guardian appointed within a week",
    question="Of the unaccompanied children identified as victims in the year, how many had a guardian within seven days of coming to notice?",
    group="protection",
    kind="share",
    population="registered_victims",
    unit_counted="victims",
    value_unit="share",
    period_kind="cohort",
    numerator="Unaccompanied children for whom a guardian was appointed no later than seven days after the first referral, or after identification where there was no referral.",
    denominator="Separated or unaccompanied children formally identified as victims in the year.",
    good_direction="up",
    pair="assistance_within_30_days",
    source="Council of Europe Convention on Action against Trafficking in Human Beings, Article 10(4); EU Directive 2011/36, Articles 14 to 16",
    source_clause="Guardian within five working days, counted as seven days",
    caveats=(
        "Children whose age is disputed drop out of it when they are treated as adults: watch how many children are identified at all.",
        "An appointment is not a meeting.",
        "Children who came to notice in the last week of the data count as missing.",
    ),
    answers_to=("coe-10-3", "eu-trafficking-14-1", "eu-trafficking-13-2", "palermo-6-4"),
    breakdowns=("sex", "citizenship_group"),
    scopes=("trafficking",),
    counting={
        "date": "identified_on",
        "column": "CASE WHEN migration_status = 'unaccompanied_child' THEN guardian END",
        "part": ("appointed",),
        "whole": ("appointed", "not_appointed"),
        "unknown": ("too_early", "unknown"),
    },
    indicators=("ID-11",),
    worked_example=WorkedExample(
        story="16 unaccompanied children are referred on 1 February 2021 and identified in March. 12 have a guardian on 6 February, 2 on 20 February, 2 have none. 12 of 16.",
        rows=together(
            victims(
                "a",
                12,
                "2021-02-01",
                "2021-03-01",
                age_band="9-17",
                migration_status="unaccompanied_child",
            ),
            protected("a", 12, "guardian", "2021-02-02", "2021-02-06"),
            victims(
                "b",
                2,
                "2021-02-01",
                "2021-03-01",
                age_band="9-17",
                migration_status="unaccompanied_child",
            ),
            protected("b", 2, "guardian", "2021-02-02", "2021-02-20"),
            victims(
                "c",
                2,
                "2021-02-01",
                "2021-03-01",
                age_band="9-17",
                migration_status="unaccompanied_child",
            ),
            victims("d", 9, "2021-02-01", "2021-03-01"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 16, "value": 0.75},
    ),
)
