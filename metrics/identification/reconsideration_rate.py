"""Negative decisions on identification that somebody asked to look at again."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import reconsidered, victims

metric = Metric(
    name="reconsideration_rate",
    title="Negative decisions taken up again",
    question="Of the decisions of the year that a person is no victim, of how many was a new look asked for?",
    group="identification",
    kind="share",
    population="identification_decisions",
    unit_counted="decisions",
    value_unit="share",
    period_kind="cohort",
    numerator="Negative decisions followed by a request to reconsider, up to the data date.",
    denominator="Decisions of the year that the person is no victim.",
    good_direction="neither",
    pair="reconsideration_success",
    source="Modern Slavery and Human Rights Policy and Evidence Centre, briefing on reconsideration of identification decisions 2025",
    source_clause="Negative decisions reconsidered over all negative decisions",
    caveats=(
        "A low share can mean that people agree, or that they do not know, have no lawyer or were removed.",
        "Requests may come later, so recent years will still rise.",
        "A person refused twice before one request has both decisions counted as taken up.",
        "Blank where nobody reports reconsiderations.",
    ),
    answers_to=("coe-10-1", "eu-trafficking-11-4"),
    breakdowns=("age_group", "citizenship_group"),
    scopes=("trafficking",),
    counting={
        "date": "decided_on",
        "column": "looked_at_again",
        "part": ("reconsidered",),
        "whole": ("reconsidered", "let_stand"),
        "unknown": ("unknown",),
    },
    indicators=("ID-06",),
    worked_example=WorkedExample(
        story="In 2020 it is decided of 20 persons that they are no victims, and of 7 that they are; for 3 of the 20 a new look is asked for in 2021. 3 of 20 were taken up again.",
        rows=together(
            victims("a", 3, referred="2020-03-01", refused="2020-09-01"),
            reconsidered("a", 3, "2021-01-01", "2021-02-01", "reversed"),
            victims("b", 17, referred="2020-03-01", refused="2020-09-01"),
            victims("c", 7, referred="2020-03-01", identified="2020-09-01"),
        ),
        about={"period_start": "2020-01-01", "period_end": "2020-12-31", "breakdown": "total"},
        expect={"numerator": 3, "denominator": 20, "value": 0.15},
    ),
)
