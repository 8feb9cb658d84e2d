"""Proceedings ended over proceedings begun in a year."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="clearance_rate",
    title="Clearance rate",
    question="Do courts end as many proceedings in the year as come in?",
    group="timeliness",
    kind="ratio",
    population="court_proceedings",
    unit_counted="proceedings",
    value_unit="ratio",
    numerator="Proceedings that ended at first instance in the year, whatever the outcome.",
    denominator="Proceedings begun in the year.",
    good_direction="neither",
    pair="pending_age",
    source="CEPEJ, European judicial systems evaluation; NCSC CourTools measure 2",
    source_clause="Clearance rate: resolved cases over incoming cases (here 1 stands for 100 %)",
    caveats=(
        "A value of 1 beside a large stock is still a backlog; it says nothing about how long anybody waits.",
        "Closing old cases in bulk lifts it above 1 without one judgment: read it beside the age of what is pending.",
        "Counts proceedings (one defendant before one court) where CEPEJ counts cases.",
    ),
    answers_to=("echr-6-1",),
    indicators=("TM-01",),
    breakdowns=("exploitation_form", "cross_border", "court_level", "agency"),
    is_trended=True,
    counting={
        "part": {"date": "disposed_on", "happened": "outcome <> 'open'"},
        "whole": {"date": "charged_on", "happened": "TRUE"},
    },
    worked_example=WorkedExample(
        story="In 2021, 16 proceedings begin and 12 end, 10 of them begun the year before: 12/16 = 0.75.",
        rows=together(
            charged("a", 10, "2020-05-01", "2021-02-01", "convicted"),
            charged("b", 2, "2021-02-01", "2021-12-01", "acquitted"),
            charged("c", 14, "2021-03-01"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 16, "value": 0.75},
    ),
)
