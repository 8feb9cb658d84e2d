"""Survivors who felt informed of their rights and of their case."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_survey import considered, scored

metric = Metric(
    name="information_received",
    title="Survivors who felt informed",
    question="Of the survivors who answered, how many were satisfied with the information they received?",
    group="experience",
    kind="survey_score",
    population="surveyed_survivors",
    unit_counted="respondents",
    value_unit="share",
    numerator="Respondents who chose one of the two best of five answers.",
    denominator="Respondents who gave a score to the item.",
    good_direction="up",
    pair="survey_response_rate",
    source="AAPOR Standard Definitions; Manski 1989",
    source_clause="Top-two-box share among respondents; worst-case bounds over all who were eligible",
    caveats=(
        "That a letter was sent does not mean that it was received, or understood.",
        "Whether people are told in a language they understand is not asked separately.",
        "The bounds show what those who kept silent could change.",
    ),
    indicators=("SX-04",),
    answers_to=(
        "palermo-6-2",
        "eu-victims-4-1",
    ),
    breakdowns=("outcome_group", "sex", "age_group", "citizenship_group"),
    scopes=("trafficking",),
    counting={"item": "information", "year": "wave_year", "least": 4},
    worked_example=WorkedExample(
        story="40 survivors are eligible in 2022: 20 answer, 15 of them well, and nobody else.",
        rows=together(
            considered("a", 20, "answered"),
            considered("b", 20, "no_answer"),
            scored("c", 15, 4, "information"),
            scored("d", 5, 3, "information"),
        ),
        about={"period_start": "2022-01-01", "period_end": "2022-12-31", "breakdown": "total"},
        expect={"numerator": 15, "denominator": 20, "value": 0.75},
    ),
)
