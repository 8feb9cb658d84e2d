"""Decisions that a person is a victim, of all final decisions on identification."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import victims

metric = Metric(
    name="positive_identification_rate",
    title="Positive decisions on identification",
    question="Of the final decisions on identification taken in the year, how many found the person to be a victim?",
    group="identification",
    kind="share",
    population="identification_decisions",
    unit_counted="decisions",
    value_unit="share",
    numerator="Decisions of the year that identified the person as a victim.",
    denominator="Final decisions on identification taken in the year, positive and negative.",
    good_direction="neither",
    pair="reconsideration_success",
    source="Home Office, National Referral Mechanism statistics, conclusive grounds decisions",
    source_clause="Positive final decisions over all final decisions of the period",
    caveats=(
        "Decisions of one year belong to referrals of many earlier years, so the share moves with which old files are cleared.",
        "It moves with who is referred and by whom: read it beside the mix of those who refer.",
        "A decision that is reopened counts again when it is taken anew.",
        "Neither a high nor a low share is right by itself; wrong refusals show where decisions are looked at again.",
    ),
    answers_to=("coe-10-1", "eu-trafficking-11-4", "actip-14-1"),
    breakdowns=(
        "sex",
        "age_group",
        "citizenship_group",
        "migration_status",
        "exploitation_form",
        "lead_source",
        "agency_kind",
    ),
    scopes=("trafficking",),
    counting={
        "date": "decided_on",
        "column": "decision",
        "part": ("identified",),
        "whole": ("identified", "not_identified"),
        "unknown": (),
    },
    indicators=("ID-03", "FR-04"),
    is_headline=True,
    is_trended=True,
    # No strata: beside those of victims identified, who lie in positive decisions, they would tell refusals one by one.
    worked_example=WorkedExample(
        story="In 2021 it is decided of 18 persons that they are victims and of 6 that they are not; 4 wait. 18 of 24 decisions were positive.",
        rows=together(
            victims("a", 18, referred="2020-06-10", identified="2021-03-01"),
            victims("b", 6, referred="2021-02-10", refused="2021-09-01"),
            victims("c", 4, referred="2021-11-10"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 18, "denominator": 24, "value": 0.75},
    ),
)
