"""Why contact with survivors ended."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import left, together
from metrics.example_tables import several

metric = Metric(
    name="loss_reasons",
    title="Why contact with survivors ended",
    question="Why did contact end with the survivors who were lost from sight in the year?",
    group="recurrence",
    kind="mix",
    population="lost_survivors",
    unit_counted="victims",
    value_unit="share",
    numerator="Survivors for whom this was the reason last recorded.",
    denominator="Survivors whom the last recorded attempt, made in the year, did not reach.",
    good_direction="neither",
    pair="lost_to_followup",
    source="Clark, Altman and De Stavola 2002",
    source_clause="Reasons for loss to follow-up",
    caveats=(
        "The reason is what those who follow up were told or guessed.",
        "A survivor counts as lost in the year of the last attempt, and leaves this number if reached again later.",
        "Declining is a choice to be respected; a programme that ends is not.",
    ),
    answers_to=("palermo-9-1", "coe-16-5"),
    indicators=("RT-05",),
    breakdowns=("reason_lost",),
    scopes=("trafficking",),
    counting={"date": "lost_on", "column": "reason_lost"},
    worked_example=WorkedExample(
        story="In 2021, 20 survivors are not reached: 8 have moved, 12 declined. 3 others were not reached in 2021 and were in 2022. Moved: 8/20 = 0.4.",
        rows=together(
            left("a", 8, "2020-01-01"),
            several(
                "followups",
                "a",
                8,
                "victim_id",
                contact_on="2021-02-01",
                reached=False,
                reason_lost="moved",
            ),
            left("b", 12, "2020-01-01"),
            several(
                "followups",
                "b",
                12,
                "victim_id",
                contact_on="2021-02-01",
                reached=False,
                reason_lost="declined",
            ),
            left("c", 3, "2020-01-01", last_contact="2022-06-01"),
            several(
                "followups",
                "c",
                3,
                "victim_id",
                contact_on="2021-02-01",
                reached=False,
                reason_lost="moved",
            ),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "category": "moved"},
        expect={"numerator": 8, "denominator": 20, "value": 0.4},
    ),
)
