"""Ended proceedings that, by their dates, ended before they began."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="dates_in_wrong_order",
    title="Proceedings with dates in the wrong order",
    question="Of the proceedings that ended at first instance in the year, how many ended before they began, by the dates on record?",
    group="quality",
    kind="share",
    population="court_proceedings",
    unit_counted="proceedings",
    value_unit="share",
    numerator="Proceedings whose end is recorded before their beginning.",
    denominator="Proceedings that ended at first instance in the year and have both days on record to the month or better.",
    good_direction="down",
    pair="unknown_outcome_share",
    source="Measures for Justice, checks of dates",
    source_clause="Records whose dates go backwards over records with both dates",
    caveats=(
        "They are left out of every duration: where they are many, durations rest on a part of the files.",
        "Rows that intake set aside because of their dates are not here: they never came in.",
        "A wrong day that keeps the order is not noticed; days known to the month stand on its first day and can look backwards, those known to the year count as missing.",
    ),
    answers_to=("untoc-28-1", "eu-trafficking-19a-1"),
    counting={
        "date": "disposed_on",
        "column": "CASE WHEN outcome = 'open' THEN 'open' WHEN entered_on IS NULL OR ended_on IS NULL THEN 'undated' WHEN ended_on < entered_on THEN 'backwards' ELSE 'in_order' END",
        "part": ("backwards",),
        "whole": ("backwards", "in_order"),
        "unknown": ("undated",),
    },
    indicators=("DQ-02",),
    worked_example=WorkedExample(
        story="In 2021, 15 proceedings end that began in 2020, and 1 that, it says, began in 2022; of 4 more nobody knows when they began. 1 of 16, and 4 are missing.",
        rows=together(
            charged("a", 15, "2020-03-01", "2021-02-01", "convicted"),
            charged("b", 1, "2022-03-01", "2021-02-01", "acquitted"),
            charged("c", 4, None, "2021-02-01", "acquitted"),
        ),
        about={
            "scope": "trafficking",
            "period_start": "2021-01-01",
            "period_end": "2021-12-31",
            "breakdown": "total",
        },
        expect={"numerator": 1, "denominator": 16, "value": 1 / 16, "missing_share": 0.2},
    ),
)
