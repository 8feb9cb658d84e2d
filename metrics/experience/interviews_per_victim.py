"""How often victims are interviewed within a year."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import several

metric = Metric(
    name="interviews_per_victim",
    title="Formal interviews per victim",
    question="How many formal interviews did victims go through in the year after the first one?",
    group="experience",
    kind="mean",
    population="interviewed_victims",
    unit_counted="victims",
    value_unit="mean",
    period_kind="cohort",
    numerator="Interviews of these victims, whoever led them, from the first one up to a year later.",
    denominator="Victims whose year after the first interview ended in the period.",
    good_direction="down",
    pair="interpreter_provision",
    source="Directive 2011/36/EU",
    source_clause="Article 12(4): unnecessary repetition of interviews is avoided; mean with t interval",
    caveats=(
        "Some repetition serves the victim: fewer is not better where facts stay unheard.",
        "Talks nobody recorded as an interview are not seen; recording fewer lowers the number.",
        "Victims never interviewed are not counted.",
    ),
    indicators=("SX-08",),
    answers_to=("eu-trafficking-12-3", "eu-victims-18-1"),
    breakdowns=("age_group", "sex", "citizenship_group"),
    scopes=("trafficking",),
    is_trended=True,
    counting={"date": "year_over_on", "amount": "interviews"},
    worked_example=WorkedExample(
        story="16 victims are first interviewed on 1 March 2021, 8 of them again in June and 4 of these again in 2023, which is too late to count: 24 interviews of 16 victims.",
        rows=together(
            several("victims", "a", 16, "victim_id"),
            several("interviews", "a", 16, ("interview_id", "victim_id"), held_on="2021-03-01"),
            {
                "interviews": tuple(
                    {"interview_id": f"{again}{n}", "victim_id": f"a{n}", "held_on": day}
                    for again, day, count in (("b", "2021-06-01", 8), ("c", "2023-06-01", 4))
                    for n in range(1, count + 1)
                )
            },
        ),
        about={"period_start": "2022-01-01", "period_end": "2022-12-31", "breakdown": "total"},
        expect={"numerator": 24, "denominator": 16, "value": 1.5},
    ),
)
