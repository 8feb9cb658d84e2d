"""Survivors satisfied with the police, the prosecution, the court and support services."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_survey import considered, scored

metric = Metric(
    name="stage_satisfaction",
    title="Survivor satisfaction with each service",
    question="Of the survivors who answered, how many were satisfied with the police, the prosecution, the court and the support they got?",
    group="experience",
    kind="survey_score",
    population="surveyed_survivors",
    unit_counted="respondents",
    value_unit="share",
    numerator="Respondents who chose one of the two best of five answers about the service.",
    denominator="Respondents who gave a score to the service.",
    good_direction="up",
    pair="survey_response_rate",
    source="AAPOR Standard Definitions; Manski 1989",
    source_clause="Top-two-box share among respondents, service by service; worst-case bounds over all who were eligible",
    caveats=(
        "Those who left early never met the court: each service is judged by other people.",
        "Respondents to whom a service does not apply are left out and shown as missing.",
        "Never to be used to judge one officer or office: answers are few and given in confidence.",
    ),
    indicators=("SX-03",),
    answers_to=("palermo-6-2", "eu-victims-4-1"),
    breakdowns=("survey_item",),
    scopes=("trafficking",),
    counting={
        "items": ("police", "prosecution", "court", "support"),
        "each": "survey_item",
        "year": "wave_year",
        "least": 4,
    },
    worked_example=WorkedExample(
        story="30 survivors are eligible in 2022; 20 score the police, 8 of them well, and 12 score the court, 9 of them well: 9 of 12 for the court.",
        rows=together(
            considered("a", 30, "answered"),
            scored("b", 8, 4, "police"),
            scored("c", 12, 1, "police"),
            scored("b", 8, 5, "court"),
            scored("c", 1, 4, "court"),
            scored("d", 3, 3, "court"),
        ),
        about={"period_start": "2020-01-01", "category": "court"},
        expect={"numerator": 9, "denominator": 12, "value": 0.75},
    ),
)
