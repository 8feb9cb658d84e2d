"""Median age of proceedings open at the end of a year."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="pending_age",
    title="Age of pending proceedings",
    question="How long have the proceedings that are open at the end of the year been waiting?",
    group="timeliness",
    kind="stock_age",
    population="court_proceedings",
    unit_counted="proceedings",
    value_unit="days",
    period_kind="stock",
    numerator="Pending proceedings older than 730 days. The value is the median age of all pending ones, in days, not a ratio of the two.",
    denominator="Proceedings charged and not ended at first instance at the end of the year.",
    good_direction="down",
    pair="clearance_rate",
    source="NCSC CourTools",
    source_clause="Measure 4, age of active pending caseload",
    caveats=(
        "A stock holds long cases more often than short ones: it is always older than a new case will get on average.",
        "Proceedings of one case are of one age; the interval takes them for independent and is too narrow where few cases hold many persons.",
        "Closing old cases in bulk makes it look young: read it beside clearance and outcomes.",
        "Proceedings begun on a day that is not known, or known to the year only, have no age: they are left out and shown as missing.",
        "Proceedings of absconded defendants count as pending until the court ends them.",
    ),
    answers_to=("echr-6-1", "iccpr-14-3"),
    indicators=("TM-06",),
    breakdowns=("exploitation_form", "court_level", "agency"),
    is_headline=True,
    counting={
        "entered": "entered_on",
        "left": "disposed_on",
        "column": "outcome",
        "open": "open",
    },
    worked_example=WorkedExample(
        story="At the end of 2021 there are open: 7 proceedings charged on 31 December 2020 (365 days old) and 4 charged on 1 January 2019 (1095 days old). 5 others ended in 2021. The median is 365 days; 4 of 11 are older than two years.",
        rows=together(
            charged("a", 7, "2020-12-31", "2022-05-01", "convicted"),
            charged("b", 4, "2019-01-01"),
            charged("c", 5, "2020-12-31", "2021-05-01", "acquitted"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 4, "denominator": 11, "value": 365},
    ),
)
