"""Survivors satisfied with the proceedings, and how far those who kept silent could change that."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import answered, invited, together

metric = Metric(
    name="survivor_satisfaction",
    title="Survivor satisfaction with the proceedings",
    question="Of the survivors who answered, how many were satisfied or very satisfied with the proceedings overall?",
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
        "Those who answer are not like those who do not: the bounds show what the silent could change. If they are wide, no claim can be made.",
        "Satisfaction follows the verdict; compare within the same outcome of the case.",
        "Who was never safely contactable counts among the silent.",
        "Never to be used to judge one officer or office: answers are few and given in confidence.",
    ),
    indicators=("SX-01",),
    is_headline=True,
    answers_to=("palermo-6-2", "untoc-25-3", "eu-victims-10-1"),
    breakdowns=("outcome_group", "sex", "age_group", "citizenship_group"),
    scopes=("trafficking",),
    counting={"item": "overall", "year": "wave_year", "least": 4},
    worked_example=WorkedExample(
        story="50 survivors are eligible in 2022: 22 answer, 20 of them give a score and 2 do not know. 12 of the 20 are satisfied.",
        rows=together(
            invited("a", 22, "answered"),
            invited("b", 18, "no_answer"),
            invited("c", 10, "not_contactable"),
            answered("d", 12, 4),
            answered("e", 8, 2),
            answered("f", 2, None),
        ),
        about={"period_start": "2022-01-01", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 20, "value": 0.6, "missing_share": 2 / 22},
    ),
)
