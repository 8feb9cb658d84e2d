"""Survivors satisfied with the proceedings, once answers are weighted to look like everybody eligible."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_survey import considered, scored

metric = Metric(
    name="weighted_satisfaction",
    title="Survivor satisfaction, weighted for who answered",
    question="How many survivors would be satisfied if those who answered were weighted to look like everybody eligible?",
    group="experience",
    kind="survey_weighted",
    population="surveyed_survivors",
    unit_counted="respondents",
    value_unit="share",
    numerator="Respondents who chose one of the two best of five answers. The value weights them, so it differs from numerator over denominator.",
    denominator="Respondents who gave a score to the item.",
    good_direction="up",
    pair="satisfaction_if_silent_differ",
    source="Deming & Stephan 1940; Potter 1990; Kish 1965",
    source_clause="Raking to outcome of the case, sex, age group and citizenship of all eligible; weights capped at five times their median; Wilson interval on Kish's effective size",
    caveats=(
        "Weights mend what differs by outcome of the case, sex, age and citizenship. If the silent differ in other ways, they mend nothing.",
        "The bounds beside it are the worst cases: nobody silent satisfied, or everybody.",
        "Where few answered, single answers count for many; the interval says so, the bounds say more.",
    ),
    indicators=("SX-10",),
    answers_to=("palermo-6-2", "untoc-25-3"),
    scopes=("trafficking",),
    counting={
        "item": "overall",
        "year": "wave_year",
        "least": 4,
        "traits": ("outcome_group", "sex", "age_group", "citizenship_group"),
    },
    worked_example=WorkedExample(
        story=(
            "100 survivors are eligible in 2022: 50 after a conviction, 50 after none. 40 of the first answer, 30 of "
            "them satisfied; 10 of the others, 2 of them satisfied. Each of the 40 stands for 1.25 survivors, each of "
            "the 10 for 5: half of 30 in 40 and half of 2 in 10 make 0.475, where the plain share is 32 of 50."
        ),
        rows=together(
            considered("a", 40, "answered", outcome_group="convicted"),
            considered("b", 10, "no_answer", outcome_group="convicted"),
            considered("c", 10, "answered", outcome_group="not_convicted"),
            considered("d", 40, "no_answer", outcome_group="not_convicted"),
            scored("e", 30, 5, "overall", outcome_group="convicted"),
            scored("f", 10, 2, "overall", outcome_group="convicted"),
            scored("g", 2, 4, "overall", outcome_group="not_convicted"),
            scored("h", 8, 1, "overall", outcome_group="not_convicted"),
        ),
        about={"period_start": "2022-01-01", "period_end": "2022-12-31", "breakdown": "total"},
        expect={"numerator": 32, "denominator": 50, "value": 0.475},
    ),
)
