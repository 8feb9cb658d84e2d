"""Survivors who felt safe during the proceedings."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_survey import considered, scored

metric = Metric(
    name="feeling_safe",
    title="Survivors who felt safe",
    question="Of the survivors who answered, how many felt safe during the proceedings?",
    group="experience",
    kind="survey_score",
    population="surveyed_survivors",
    unit_counted="respondents",
    value_unit="share",
    numerator="Respondents who chose one of the two best of five answers.",
    denominator="Respondents who gave a score to the item.",
    good_direction="up",
    pair="special_measures_granted",
    source="AAPOR Standard Definitions; Manski 1989",
    source_clause="Top-two-box share among respondents; worst-case bounds over all who were eligible",
    caveats=(
        "Those who do not feel safe are the least likely to answer: the true share may well be lower.",
        "It tells how people felt, not how many were threatened.",
        "The bounds show what those who kept silent could change.",
    ),
    indicators=("SX-05",),
    answers_to=(
        "coe-28-1",
        "untoc-24-1",
        "palermo-6-5",
    ),
    breakdowns=("outcome_group", "sex", "age_group", "citizenship_group"),
    scopes=("trafficking",),
    counting={"item": "safety", "year": "wave_year", "least": 4},
    worked_example=WorkedExample(
        story="40 survivors are eligible in 2022: 20 answer, 15 of them well, and nobody else.",
        rows=together(
            considered("a", 20, "answered"),
            considered("b", 20, "no_answer"),
            scored("c", 15, 4, "safety"),
            scored("d", 5, 3, "safety"),
        ),
        about={"period_start": "2022-01-01", "period_end": "2022-12-31", "breakdown": "total"},
        expect={"numerator": 15, "denominator": 20, "value": 0.75},
    ),
)
