"""Victims who gave evidence in front of the accused, without any measure between them."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_survey import testified

metric = Metric(
    name="faced_accused_in_evidence",
    title="Evidence given without protection from the accused",
    question="Of the victims who gave evidence in the year, how many did so live in the courtroom, with no measure between them and the accused?",
    group="experience",
    kind="share",
    population="testifying_victims",
    unit_counted="victims",
    value_unit="share",
    numerator="Victims who gave evidence live in the courtroom at least once, not screened and not over a link.",
    denominator="Victims who gave evidence in any recorded way.",
    good_direction="down",
    pair="special_measures_granted",
    source="Directive 2012/29/EU",
    source_clause="Article 23(3): measures to avoid visual contact between victims and offenders",
    caveats=(
        "Some victims want to speak in open court: the number tells of practice, not of harm.",
        "Victims who gave no evidence because nothing protected them are not counted here.",
    ),
    indicators=("SX-08",),
    answers_to=("eu-victims-18-1", "coe-30-1", "untoc-24-1"),
    breakdowns=("age_group", "sex", "citizenship_group"),
    scopes=("trafficking",),
    counting={
        "date": "given_on",
        "column": "testimony_mode",
        "part": ("live",),
        "whole": ("live", "screened", "video_link", "recorded", "written"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021, 10 victims testify live, 10 behind a screen, 12 over a video link and 8 by a recording; 5 give no evidence: 10 of 40.",
        rows=together(
            testified("a", 10, mode="live"),
            testified("b", 10, mode="screened"),
            testified("c", 12, mode="video_link"),
            testified("d", 8, mode="recorded"),
            testified("e", 5, on=None, mode="not_given"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 10, "denominator": 40, "value": 0.25},
    ),
)
