"""Among those known to have been trafficked again within two years: how soon half of them were."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import left, together
from metrics.recurrence import LINKAGE

metric = Metric(
    name="time_to_retrafficking",
    title="Time to re-trafficking, among those known trafficked again",
    question="Of the survivors known to have been trafficked again within two years of exit, how many days passed until half of them were?",
    group="recurrence",
    kind="time_to_event",
    population="retrafficked_survivors",
    unit_counted="victims",
    value_unit="days",
    period_kind="cohort",
    numerator="Survivors known to have been trafficked again within 730 days. The value is the day by which half of them were, not a ratio of the two.",
    denominator="The same survivors: those who were not trafficked again, or of whom it is not known, are not in it.",
    good_direction="neither",
    pair="retrafficking",
    source="Jobe (IOM) 2010, The Causes and Consequences of Re-trafficking",
    source_clause="Time between exit and the new episode, among those trafficked again",
    caveats=(
        LINKAGE,
        "A median among those it happened to, not among all who left: it says when help is needed most, never how likely it is. A median among all exists only where half of all are trafficked again.",
        "It cannot rise above 730 days, and is told only of survivors whose two years have passed.",
        "Those found are those looked for: early episodes fall into the time in which people are still in touch.",
        "Shown from 20 survivors on, and only where the interval is closed on both sides.",
    ),
    answers_to=("palermo-9-1", "coe-16-5", "actip-11-1"),
    indicators=("RT-04",),
    scopes=("trafficking",),
    counting={"estimate": "median", "events": ("retrafficked",)},
    worked_example=WorkedExample(
        story="100 survivors leave on 1 January 2020. 24 are trafficked again after 100 days and 6 after 500; 1 only after 900 days, which is too late to count, and 69 never. Of the 30, half were by day 100.",
        rows=together(
            left("a", 24, "2020-01-01", last_contact="2020-04-10", again="2020-04-10"),
            left("b", 6, "2020-01-01", last_contact="2021-05-15", again="2021-05-15"),
            left("c", 1, "2020-01-01", last_contact="2022-06-19", again="2022-06-19"),
            left("d", 69, "2020-01-01", last_contact="2022-06-19"),
        ),
        about={"period_start": "2020-01-01", "period_end": "2020-12-31", "breakdown": "total"},
        expect={"numerator": 30, "denominator": 30, "value": 100},
    ),
)
