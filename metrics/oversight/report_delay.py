"""Mean days by which reports owed by law were late."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import several

metric = Metric(
    name="report_delay",
    title="Days by which statutory reports were late",
    question="By how many days, on average, were the reports late that the law wanted published in the year?",
    group="oversight",
    kind="quantity",
    population="reports_due",
    unit_counted="reports",
    value_unit="days",
    numerator="Days from the day due to publication, added over reports; a report in time adds none, one not yet published the days up to the data date.",
    denominator="Reports due in the year.",
    good_direction="down",
    pair="reports_on_time",
    source="Council of Europe Convention on Action against Trafficking, Articles 29(4) and 38; Directive 2011/36/EU, Article 19",
    source_clause="Days from due to published",
    caveats=(
        "Reports that never came out count with the days so far, so the mean still grows.",
        "One report that was forgotten can be most of it.",
        "Coming out early earns nothing: it counts as no delay.",
        "All reports owed are counted, so there is no interval.",
    ),
    answers_to=("coe-29-4", "eu-trafficking-19-1", "eu-trafficking-19a-1", "actip-23-1"),
    indicators=("CO-07",),
    scopes=("trafficking",),
    counting={"date": "due_on", "part": "days_late", "whole": "1"},
    worked_example=WorkedExample(
        story="20 reports are due on 1 July 2021. 8 come out in June, 12 on 30 August, 60 days late. 720 days over 20 reports: 36.",
        rows=together(
            several(
                "statutory_reports",
                "a",
                8,
                "report_id",
                due_on="2021-07-01",
                published_on="2021-06-15",
            ),
            several(
                "statutory_reports",
                "b",
                12,
                "report_id",
                due_on="2021-07-01",
                published_on="2021-08-30",
            ),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 720, "denominator": 20, "value": 36},
    ),
)
