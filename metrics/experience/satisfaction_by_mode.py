"""Whether survivors answer otherwise to an agency of their own case than to somebody independent."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_survey import scored

metric = Metric(
    name="satisfaction_by_mode",
    title="Survivor satisfaction by who asked",
    question="How many of the survivors who answered were satisfied, by whether somebody independent, an agency, a form or a website asked?",
    group="experience",
    kind="share",
    population="survey_answers",
    unit_counted="respondents",
    value_unit="share",
    numerator="Respondents who chose one of the two best of five answers.",
    denominator="Respondents who gave a score to the proceedings overall in this way.",
    good_direction="neither",
    pair="survivor_satisfaction",
    source="AAPOR Standard Definitions",
    source_clause="Mode of administration; Wilson interval",
    caveats=(
        "People seldom criticise those who help or judge them to their face: answers to an agency run higher.",
        "Who chooses which way also matters, so a difference is not the effect of the mode alone.",
        "If most answers come through agencies, the overall number is too kind.",
    ),
    indicators=("SX-01",),
    answers_to=("palermo-6-2",),
    breakdowns=("survey_mode",),
    scopes=("trafficking",),
    counting={
        "each": "survey_mode",
        "date": "wave_year_start",
        "column": "verdict",
        "part": ("satisfied",),
        "whole": ("satisfied", "not_satisfied"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2022 an agency interviews 20 survivors, 15 of whom are satisfied; of 20 who answer online 5 are: 15 of 20 to an agency.",
        rows=together(
            scored("a", 15, 4, "overall", survey_mode="interview_agency"),
            scored("b", 5, 2, "overall", survey_mode="interview_agency"),
            scored("c", 5, 5, "overall", survey_mode="online"),
            scored("d", 15, 1, "overall", survey_mode="online"),
        ),
        about={"period_start": "2020-01-01", "category": "interview_agency"},
        expect={"numerator": 15, "denominator": 20, "value": 0.75},
    ),
)
