"""Reports owed by law that were published by the day they were due."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import several

metric = Metric(
    name="reports_on_time",
    title="Statutory reports published on time",
    question="Of the reports on trafficking that the law wanted published in the year, how many came out in time?",
    group="oversight",
    kind="quantity",
    population="reports_due",
    unit_counted="reports",
    value_unit="share",
    numerator="Reports published on or before the day they were due.",
    denominator="Reports due in the year.",
    good_direction="up",
    pair="report_delay",
    source="Council of Europe Convention on Action against Trafficking, Articles 29(4) and 38; Directive 2011/36/EU, Article 19",
    source_clause="Published by the day due over due",
    caveats=(
        "A report in time may say nothing: what it holds is not judged here.",
        "Only reports that somebody entered as owed are counted.",
        "All reports owed are counted, so there is no interval; where few are due, one of them moves it far.",
    ),
    answers_to=("coe-29-4", "eu-trafficking-19-1", "eu-trafficking-19a-1", "actip-23-1"),
    indicators=("CO-07",),
    breakdowns=("agency_kind",),
    scopes=("trafficking",),
    counting={
        "date": "due_on",
        "part": "CASE WHEN state = 'on_time' THEN 1 ELSE 0 END",
        "whole": "1",
    },
    worked_example=WorkedExample(
        story="20 reports are due on 30 June 2021. 8 come out by then, 7 in September, 5 never. 8/20 = 0.4.",
        rows=together(
            several(
                "statutory_reports",
                "a",
                8,
                "report_id",
                due_on="2021-06-30",
                published_on="2021-06-15",
            ),
            several(
                "statutory_reports",
                "b",
                7,
                "report_id",
                due_on="2021-06-30",
                published_on="2021-09-15",
            ),
            several("statutory_reports", "c", 5, "report_id", due_on="2021-06-30"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 8, "denominator": 20, "value": 0.4},
    ),
)
