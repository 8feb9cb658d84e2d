"""Victims who claimed compensation, of those whose case ended in a conviction."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, claims, identified, together
from metrics.example_tables import several

metric = Metric(
    name="claim_rate",
    title="Victims who claimed compensation",
    question="Of the victims whose case ended in a conviction in the year, how many have claimed compensation?",
    group="redress",
    kind="share",
    population="victims_in_convicted_cases",
    unit_counted="victims",
    value_unit="share",
    period_kind="cohort",
    numerator="Victims with a claim for compensation by any route, up to the data date; an award or a payment shows that there was a claim.",
    denominator="Victims in cases with a first conviction of trafficking in the year.",
    good_direction="up",
    pair="award_to_claim",
    source="GRETA, third evaluation round questionnaire, compensation",
    source_clause="Victims who claimed over victims in cases ending in conviction",
    caveats=(
        "Claims are made years after the verdict too, so recent years will still rise.",
        "Victims who left the country are often never told that they can claim.",
        "Some do not want to claim, and that is for them to say: the number tells about access only beside how many were told and had a lawyer.",
        "Where courts order compensation without being asked, an order counts as a claim.",
    ),
    answers_to=("palermo-6-6", "coe-15-3", "untoc-25-2", "ilo-p029-4-1"),
    indicators=("FI-06",),
    breakdowns=("sex", "age_group", "citizenship_group", "exploitation_form"),
    case_mix=("exploitation_form", "age_group"),
    scopes=("trafficking",),
    counting={
        "date": "convicted_on",
        "column": "claim",
        "part": ("claimed",),
        "whole": ("claimed", "not_claimed"),
        "unknown": (),
    },
    worked_example=WorkedExample(
        story="In 2021 the cases of 20 victims end in a conviction; 3 are awarded 1,000 EUR each, 5 have claimed and wait, 12 have claimed nothing. 8/20 = 0.4.",
        rows=together(
            identified("a", 3, "2020-01-10", opened="2020-01-10"),
            identified("b", 17, "2020-01-10", opened="2020-01-10"),
            charged("a", 3, "2020-03-01", "2021-02-01", "convicted"),
            charged("b", 17, "2020-03-01", "2021-02-01", "convicted"),
            claims("a", 3, "2021-06-01", awarded=1000),
            several(
                "compensation",
                "b",
                5,
                ("claim_id", "victim_id"),
                fact="claimed",
                occurred_on="2021-05-01",
            ),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 8, "denominator": 20, "value": 0.4},
    ),
)
