"""Civil claims granted, of those decided."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import several

CLAIM = ("claim_id", "victim_id")

metric = Metric(
    name="civil_claim_success",
    title="Civil claims granted in full or in part",
    question="Of the civil claims of victims that courts decided in the year, how many were granted in full or in part?",
    group="redress",
    kind="share",
    population="filed_civil_claims",
    unit_counted="claims",
    value_unit="share",
    numerator="Claims granted in full or in part.",
    denominator="Claims granted, granted in part or dismissed in the year.",
    good_direction="neither",
    pair="civil_claims_filed",
    source="Council of Europe Convention on Action against Trafficking, Article 15(3)",
    source_clause="Claims granted over claims decided",
    caveats=(
        "Claims that were settled or withdrawn are not here: many good claims are settled.",
        "Where only the strongest claims are brought, it is high: read it beside how many are filed.",
        "Granted in part can be very little, and granted is not paid.",
        "Decided claims without a recorded outcome are left out and shown as missing.",
    ),
    answers_to=("coe-15-3", "untoc-25-2", "palermo-6-6"),
    breakdowns=("civil_respondent",),
    scopes=("trafficking",),
    is_trended=True,
    counting={
        "date": "ended_on",
        "column": "ending",
        "part": ("granted", "partly_granted"),
        "whole": ("granted", "partly_granted", "dismissed"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021 courts grant 4 claims, grant 2 in part and dismiss 9; 5 are settled, which is not counted. 6/15 = 0.4.",
        rows=together(
            *(
                several(
                    "civil_claims",
                    letter,
                    count,
                    CLAIM,
                    filed_on="2020-02-01",
                    decided_on="2021-03-01",
                    outcome=outcome,
                )
                for letter, count, outcome in (
                    ("a", 4, "granted"),
                    ("b", 2, "partly_granted"),
                    ("c", 9, "dismissed"),
                    ("d", 5, "settled"),
                )
            )
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 6, "denominator": 15, "value": 0.4},
    ),
)
