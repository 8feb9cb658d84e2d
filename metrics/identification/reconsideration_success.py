"""Negative decisions reversed, of those looked at again."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import reconsidered, victims

metric = Metric(
    name="reconsideration_success",
    title="Decisions reversed on reconsideration",
    question="Of the identification decisions that were looked at again and decided anew in the year, how many were reversed?",
    group="identification",
    kind="share",
    population="reconsidered_decisions",
    unit_counted="decisions",
    value_unit="share",
    numerator="Decisions reversed: the person is identified after all.",
    denominator="Reconsiderations accepted and decided in the year, reversed or upheld.",
    good_direction="neither",
    pair="reconsideration_rate",
    source="Modern Slavery and Human Rights Policy and Evidence Centre, briefing on reconsideration of identification decisions 2025",
    source_clause="Negative decisions reversed over reconsiderations accepted",
    caveats=(
        "Few are looked at, and those few were chosen because they looked wrong: the share alone misleads. Read it beside how many negative decisions are looked at again.",
        "A low share can mean that first decisions are good, or that second looks are not real ones.",
        "Who has a lawyer asks again; who has none cannot.",
    ),
    answers_to=("coe-10-1", "eu-trafficking-11-4"),
    breakdowns=("age_group", "citizenship_group"),
    scopes=("trafficking",),
    counting={
        "date": "decided_on",
        "column": "outcome",
        "part": ("reversed",),
        "whole": ("reversed", "upheld"),
        "unknown": (),
    },
    indicators=("ID-06",),
    worked_example=WorkedExample(
        story="In 2021, 9 negative decisions are reversed and 3 upheld; 2 requests are not accepted and 5 are pending. 9 of 12 were reversed.",
        rows=together(
            victims("a", 19, referred="2020-03-01", refused="2020-09-01"),
            reconsidered("a", 9, "2020-10-01", "2021-02-01", "reversed"),
            victims("b", 3, referred="2020-03-01", refused="2020-09-01"),
            reconsidered("b", 3, "2020-10-01", "2021-02-01", "upheld"),
            victims("c", 2, referred="2020-03-01", refused="2020-09-01"),
            reconsidered("c", 2, "2020-10-01", "2020-11-01", "not_accepted"),
            victims("d", 5, referred="2020-03-01", refused="2020-09-01"),
            reconsidered("d", 5, "2021-10-01"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 9, "denominator": 12, "value": 0.75},
    ),
)
