"""Survivors out of sight within a year of their exit."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import left, together

metric = Metric(
    name="lost_to_followup",
    title="Survivors out of sight within 12 months",
    question="Of the survivors who left exploitation in the year, how many were out of sight before one year had passed?",
    group="recurrence",
    kind="share",
    population="exited_survivors",
    unit_counted="victims",
    value_unit="share",
    period_kind="cohort",
    numerator="Survivors last reached less than 365 days after exit, without a known new episode or death.",
    denominator="Survivors with a first documented exit in the year, at least 365 days before the data date.",
    good_direction="down",
    pair="retrafficking",
    source="Clark, Altman and De Stavola 2002",
    source_clause="Share of a cohort lost to follow-up before the horizon",
    caveats=(
        "Those lost are often at the highest risk: where many are lost, what is known of re-trafficking says little.",
        "Somebody who wants no contact has every right to it; pressing people to stay in touch is no improvement.",
        "Where visits are a year apart, many are out of sight by the calendar only.",
    ),
    answers_to=("palermo-9-1", "coe-16-5"),
    indicators=("RT-05",),
    breakdowns=("sex", "citizenship_group"),
    scopes=("trafficking",),
    counting={
        "date": "entered_on",
        "column": """CASE
      WHEN date_diff('day', entered_on, as_of) < 365 THEN 'too_early'
      WHEN ending = 'open' AND date_diff('day', entered_on, censored_on) < 365 THEN 'lost'
      ELSE 'seen'
    END""",
        "part": ("lost",),
        "whole": ("lost", "seen"),
        "unknown": (),
    },
    worked_example=WorkedExample(
        story="20 survivors leave on 1 January 2020. 6 are last reached after 200 days, 12 after two years, 2 are trafficked again after 100 days. 6/20 = 0.3.",
        rows=together(
            left("a", 6, "2020-01-01", last_contact="2020-07-19"),
            left("b", 12, "2020-01-01", last_contact="2022-01-05"),
            left("c", 2, "2020-01-01", last_contact="2020-04-10", again="2020-04-10"),
        ),
        about={"period_start": "2020-01-01", "breakdown": "total"},
        expect={"numerator": 6, "denominator": 20, "value": 0.3},
    ),
)
