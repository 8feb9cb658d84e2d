"""Median days from charge to the first-instance end, with open proceedings kept in view."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="time_to_disposition",
    title="Time from charge to first disposition",
    question="How many days pass until half of the proceedings begun in the year have ended at first instance?",
    group="timeliness",
    kind="time_to_event",
    population="court_proceedings",
    unit_counted="proceedings",
    value_unit="days",
    period_kind="cohort",
    numerator="Proceedings of the cohort that had ended by the data date, whatever the outcome. The value is the day by which half had ended, not a ratio of the two.",
    denominator="Proceedings begun in the year whose dates are known to the month or better.",
    good_direction="down",
    pair="pending_age",
    source="Kaplan and Meier 1958",
    source_clause="Median of the time from charge to first-instance disposition, open proceedings censored at the data date",
    caveats=(
        "The median of ended cases alone misleads both ways: it falls when hard cases are left lying. Here open proceedings count for as long as they were seen open.",
        "Fast is not the same as fair: mass discontinuance shortens it. Look at how the cases ended.",
        "Shown from 20 ends on, and only where the interval is closed on both sides. While that can still come it is too early to tell; where it cannot, there are too few to say.",
        "Dates known to the year only are left out and shown as missing.",
        "Proceedings of one case often end together; the interval takes them for independent and is too narrow where few cases hold many persons.",
    ),
    answers_to=("echr-6-1", "iccpr-14-3"),
    indicators=("TM-04",),
    breakdowns=("exploitation_form", "cross_border", "court_level", "agency"),
    is_headline=True,
    is_trended=True,
    counting={"estimate": "median", "events": "any"},
    worked_example=WorkedExample(
        story="40 proceedings begin on 1 January 2020. 25 end after 100 days, 5 after 400; 10 are still open. Half have ended by day 100.",
        rows=together(
            charged("a", 25, "2020-01-01", "2020-04-10", "convicted"),
            charged("b", 5, "2020-01-01", "2021-02-04", "acquitted"),
            charged("c", 10, "2020-01-01"),
        ),
        about={"scope": "trafficking", "period_start": "2020-01-01", "breakdown": "total"},
        expect={"numerator": 30, "denominator": 40, "value": 100},
    ),
)
