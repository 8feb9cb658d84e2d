"""Days from charge by which nine tenths of the proceedings had ended, open ones kept in view."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="time_to_disposition_90",
    title="Time from charge until nine tenths have ended",
    question="How many days pass until nine tenths of the proceedings begun in the year have ended at first instance?",
    group="timeliness",
    kind="time_to_event",
    population="court_proceedings",
    unit_counted="proceedings",
    value_unit="days",
    period_kind="cohort",
    numerator="Proceedings of the cohort that had ended by the data date, whatever the outcome. The value is the day by which nine tenths had ended, not a ratio of the two.",
    denominator="Proceedings begun in the year whose dates are known to the month or better.",
    good_direction="down",
    pair="time_to_disposition",
    source="Kaplan and Meier 1958; Brookmeyer and Crowley 1982",
    source_clause="90th percentile of the time from charge to first-instance disposition, open proceedings censored at the data date",
    caveats=(
        "Tells of the slow end, which a median does not see. Read both: a court can be quick with most and let some wait for years.",
        "Young cohorts have no such day yet: it is too early to tell while the slow ones are open.",
        "Shown from 20 ends on, and only where the interval is closed on both sides.",
        "Proceedings of one case often end together; the interval takes them for independent and is too narrow where few cases hold many persons.",
    ),
    answers_to=("echr-6-1", "iccpr-14-3"),
    indicators=("TM-04",),
    breakdowns=("exploitation_form",),
    counting={"estimate": "quantile", "share": 0.9, "events": "any"},
    worked_example=WorkedExample(
        story="100 proceedings begin on 1 January 2020. 60 end after 100 days, 38 after 600; 2 are still open. By day 100 only 60 of 100 had ended; nine tenths had by day 600.",
        rows=together(
            charged("a", 60, "2020-01-01", "2020-04-10", "convicted"),
            charged("b", 38, "2020-01-01", "2021-08-23", "acquitted"),
            charged("c", 2, "2020-01-01"),
        ),
        about={
            "scope": "trafficking",
            "period_start": "2020-01-01",
            "period_end": "2020-12-31",
            "breakdown": "total",
        },
        expect={"numerator": 98, "denominator": 100, "value": 600},
    ),
)
