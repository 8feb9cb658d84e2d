"""Victims without a right to stay who were granted time to recover and think."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import protected, victims

metric = Metric(
    name="reflection_period_coverage",
    title="Recovery and reflection period granted",
    question="Of the victims identified in the year who have no right to stay, how many were granted a recovery and reflection period?",
    group="protection",
    kind="share",
    population="registered_victims",
    unit_counted="victims",
    value_unit="share",
    period_kind="cohort",
    numerator="Victims granted a recovery and reflection period, up to the data date, before identification included.",
    denominator="Victims formally identified in the year who are citizens of a State outside the free-movement region and irregular, visiting, seeking asylum, stateless or unaccompanied children.",
    good_direction="up",
    pair="residence_permits",
    source="Council of Europe Convention on Action against Trafficking in Human Beings, Article 13; GRETA, third evaluation round questionnaire",
    source_clause="Victims granted at least 30 days over victims to whom the duty applies",
    caveats=(
        "The period protects those who could be removed; citizens and those with leave to stay are not counted. Who falls under it is decided here by the status on record.",
        "It is owed from the first reasonable grounds, before anybody is formally identified: those identified later by nobody are not here.",
        "Granting it to all and residence to few moves the problem: read it beside the permits.",
        "Victims whose status is unknown or other count as missing.",
    ),
    answers_to=("coe-13-1", "eu-residence-all-1"),
    breakdowns=("age_group", "citizenship_group", "migration_status"),
    scopes=("trafficking",),
    counting={
        "date": "identified_on",
        "column": "CASE stay WHEN 'without' THEN reflection_period ELSE stay END",
        "part": ("granted",),
        "whole": ("granted", "not_granted"),
        "unknown": ("unknown",),
    },
    indicators=("ID-07",),
    worked_example=WorkedExample(
        story="In 2021, 20 victims in an irregular situation and 9 citizens are identified. 13 of the 20 are granted a reflection period, 2 are refused one, 5 are not considered. 13 of 20.",
        rows=together(
            victims(
                "a",
                13,
                identified="2021-03-01",
                citizenship_group="other",
                migration_status="irregular",
            ),
            protected("a", 13, "reflection_period", "2021-02-01", "2021-02-05"),
            victims(
                "b",
                2,
                identified="2021-03-01",
                citizenship_group="other",
                migration_status="irregular",
            ),
            protected("b", 2, "reflection_period", "2021-02-01", "2021-02-05", "refused"),
            victims(
                "c",
                5,
                identified="2021-03-01",
                citizenship_group="other",
                migration_status="irregular",
            ),
            victims("d", 9, identified="2021-03-01", migration_status="citizen"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 13, "denominator": 20, "value": 0.65},
    ),
)
