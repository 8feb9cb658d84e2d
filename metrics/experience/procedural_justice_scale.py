"""The mean of four answers about how the proceedings treated a survivor."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_survey import scored

metric = Metric(
    name="procedural_justice_scale",
    title="Procedural-justice score",
    question="On a scale from 1 to 5, how well did survivors feel heard, respected, informed and safe?",
    group="experience",
    kind="mean",
    population="survey_respondents",
    unit_counted="respondents",
    value_unit="mean",
    numerator="The sum over respondents of each one's mean of the four items, from 1 (worst) to 5 (best).",
    denominator="Respondents who scored at least three of the four items.",
    good_direction="up",
    pair="survey_response_rate",
    source="Wemmers 1996; Laxminarayan 2012",
    source_clause="Mean over voice, respect, information and safety; t interval",
    caveats=(
        "A mean hides who was treated badly: read the shares of the four facets beside it.",
        "Steps between five answers are not equal for everybody, so small differences mean nothing.",
        "It tells about those who answered only; the response rate says how many did not.",
    ),
    indicators=("SX-02",),
    answers_to=("palermo-6-2", "eu-victims-10-1"),
    breakdowns=("outcome_group", "sex", "citizenship_group"),
    scopes=("trafficking",),
    counting={"date": "wave_year_start", "amount": "justice_score"},
    worked_example=WorkedExample(
        story="In 2022, 10 respondents score all four items 4 and 5 score them 1; one scores two items only and is left out: 45 over 15 makes 3.",
        rows=together(
            *(scored("a", 10, 4, item) for item in ("voice", "respect", "information", "safety")),
            *(scored("b", 5, 1, item) for item in ("voice", "respect", "information", "safety")),
            *(scored("c", 1, 5, item) for item in ("voice", "respect")),
        ),
        about={"period_start": "2022-01-01", "period_end": "2022-12-31", "breakdown": "total"},
        expect={"numerator": 45, "denominator": 15, "value": 3, "missing_share": 1 / 16},
    ),
)
