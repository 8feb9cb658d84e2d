"""Ended proceedings of which nobody knows how they ended."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together
from metrics.populations.court_proceedings import IS_KNOWN

metric = Metric(
    name="unknown_outcome_share",
    title="Ended proceedings with an unknown outcome",
    question="Of the proceedings that ended at first instance in the year, of how many is the outcome not known?",
    group="quality",
    kind="share",
    population="court_proceedings",
    unit_counted="proceedings",
    value_unit="share",
    numerator="Proceedings that ended without a recorded outcome, or with one recorded as unknown.",
    denominator="Proceedings that ended at first instance in the year.",
    good_direction="down",
    pair="court_conviction_rate",
    source="Justice Counts, dimensions with an unknown member",
    source_clause="Ended proceedings with an unknown outcome over ended proceedings",
    caveats=(
        "They are left out of the conviction rate: where they are many, that rate rests on a part of the files.",
        "A conviction of an offence that is not named counts as known here.",
        "Files that end unrecorded are pending for ever and are not here: look at the age of what is pending.",
    ),
    answers_to=("eu-trafficking-19a-1", "untoc-28-1"),
    breakdowns=("exploitation_form",),
    counting={
        "date": "disposed_on",
        "column": IS_KNOWN,
        "part": ("unknown",),
        "whole": ("known", "unknown"),
        "unknown": (),
    },
    indicators=("DQ-03",),
    worked_example=WorkedExample(
        story="In 2021, 12 proceedings end in a conviction, 4 in an acquittal, and 4 with an outcome that nobody recorded; 5 are open. 4 of 20.",
        rows=together(
            charged("a", 12, "2020-03-01", "2021-02-01", "convicted"),
            charged("b", 4, "2020-03-01", "2021-02-01", "acquitted"),
            charged("c", 4, "2020-03-01", "2021-02-01", "unknown"),
            charged("d", 5, "2020-03-01"),
        ),
        about={
            "scope": "trafficking",
            "period_start": "2021-01-01",
            "period_end": "2021-12-31",
            "breakdown": "total",
        },
        expect={"numerator": 4, "denominator": 20, "value": 0.2},
    ),
)
