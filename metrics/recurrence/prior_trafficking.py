"""Newly identified victims who had been trafficked before, of those asked."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import happened, several

metric = Metric(
    name="prior_trafficking",
    title="Earlier trafficking told at intake (lower bound)",
    question="Of the victims identified in the year who were asked, how many had been trafficked before?",
    group="recurrence",
    kind="share",
    population="asked_victims",
    unit_counted="victims",
    value_unit="share",
    period_kind="cohort",
    numerator="Victims who had left an earlier episode of trafficking before this one.",
    denominator="Victims identified in the year of whom it is recorded whether they had been trafficked before.",
    good_direction="neither",
    pair="rereferral",
    source="Jobe (IOM) 2010, The Causes and Consequences of Re-trafficking",
    source_clause="Known earlier episodes over persons newly identified and asked",
    caveats=(
        "A lower bound: many do not tell at intake, and some never.",
        "Not asked is not no: those not asked are left out and shown as missing.",
        "Asking with care and time raises it.",
        "It is about victims found again, not about how many survivors are trafficked again.",
    ),
    answers_to=("palermo-9-1", "coe-16-5", "actip-11-1"),
    indicators=("RT-03",),
    breakdowns=("sex", "age_group", "citizenship_group", "exploitation_form"),
    scopes=("trafficking",),
    counting={
        "date": "identified_on",
        "column": "earlier_episode",
        "part": ("yes",),
        "whole": ("yes", "no"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="30 victims are identified in 2021. Of 20 who are asked, 3 had been trafficked before; 10 are not asked. 3/20 = 0.15, with 10 of 30 missing.",
        rows=together(
            several("victims", "a", 3, "victim_id", had_earlier_episode=True),
            happened("victim", "a", 3, "identified", "2021-03-01"),
            several("victims", "b", 17, "victim_id", had_earlier_episode=False),
            happened("victim", "b", 17, "identified", "2021-03-01"),
            several("victims", "c", 10, "victim_id"),
            happened("victim", "c", 10, "identified", "2021-03-01"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 3, "denominator": 20, "value": 0.15, "missing_share": 1 / 3},
    ),
)
