"""What satisfaction would be if survivors who kept silent were less, or more, satisfied than those who answered."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_survey import considered, scored

metric = Metric(
    name="satisfaction_if_silent_differ",
    title="Survivor satisfaction under assumptions about the silent",
    question="How many survivors would be satisfied if the odds of those who kept silent were lower, or higher, than the odds of those who answered?",
    group="experience",
    kind="survey_score",
    population="surveyed_survivors",
    unit_counted="respondents",
    value_unit="share",
    numerator="Respondents who chose one of the two best of five answers; what the silent would say is assumed, not counted.",
    denominator="Respondents who gave a score to the item.",
    good_direction="up",
    pair="survey_response_rate",
    source="Rubin 1977; Little 1994",
    source_clause="Pattern mixture with the ratio of odds of the silent to odds of respondents as its one parameter: a third, half, twice and three times",
    caveats=(
        "Each number is an answer to 'what if', not an estimate: nobody knows what the silent would say.",
        "If the numbers lie on both sides of a target, no claim can be made about it.",
        "The worst cases lie further out: see the bounds.",
    ),
    indicators=("SX-10",),
    answers_to=("palermo-6-2",),
    breakdowns=("assumption",),
    scopes=("trafficking",),
    counting={
        "item": "overall",
        "year": "wave_year",
        "least": 4,
        "each": "assumption",
        "odds": {
            "silent_third_of_odds": 1 / 3,
            "silent_half_of_odds": 1 / 2,
            "silent_twice_the_odds": 2.0,
            "silent_three_times_the_odds": 3.0,
        },
    },
    worked_example=WorkedExample(
        story=(
            "100 survivors are eligible in 2022; 40 answer and 20 of them are satisfied: odds of 1 to 1. If the odds of "
            "the 60 silent were half of that, 1 in 3 of them would be satisfied, 20: 40 of 100 in all."
        ),
        rows=together(
            considered("a", 40, "answered"),
            considered("b", 60, "no_answer"),
            scored("c", 20, 4, "overall"),
            scored("d", 20, 2, "overall"),
        ),
        about={"period_start": "2020-01-01", "category": "silent_half_of_odds"},
        expect={"numerator": 20, "denominator": 40, "value": 0.4},
    ),
)
