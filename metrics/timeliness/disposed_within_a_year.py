"""Share of proceedings ended at first instance within a year of the charge."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="disposed_within_a_year",
    title="Ended within a year of the charge",
    question="Of the proceedings begun in the year, how many had ended at first instance 365 days later?",
    group="timeliness",
    kind="time_to_event",
    population="court_proceedings",
    unit_counted="proceedings",
    value_unit="share",
    period_kind="cohort",
    horizons=(365,),
    numerator="Proceedings that ended at first instance within 365 days of the charge, whatever the outcome. The value takes into account that some could not be followed so long, so it can differ from numerator over denominator.",
    denominator="Proceedings begun in the year whose dates are known to the month or better.",
    good_direction="neither",
    pair="cohort_discontinued",
    source="NCSC CourTools measure 3; US state court time standards",
    source_clause="Time to disposition: ended within the standard, of all proceedings begun and not of those ended",
    caveats=(
        "The year is a yardstick of ours, not a legal limit: some cases need longer to be tried fairly.",
        "Dropping cases ends them in time: read it beside how many were discontinued.",
        "Proceedings still open count as not ended, so leaving hard cases lying lowers it, as it should.",
        "Proceedings of one case often end together; the interval takes them for independent and is too narrow where few cases hold many persons.",
    ),
    answers_to=("echr-6-1", "iccpr-14-3"),
    indicators=("TM-08",),
    breakdowns=("exploitation_form", "court_level"),
    counting={"estimate": "cumulative_incidence", "events": "any"},
    worked_example=WorkedExample(
        story="20 proceedings begin on 1 March 2020. 9 end in conviction after 200 days, 3 in acquittal after 300, 8 after 500. Within a year 12 of 20 had ended.",
        rows=together(
            charged("a", 9, "2020-03-01", "2020-09-17", "convicted"),
            charged("b", 3, "2020-03-01", "2020-12-26", "acquitted"),
            charged("c", 8, "2020-03-01", "2021-07-14", "convicted"),
        ),
        about={"scope": "trafficking", "period_start": "2020-01-01", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 20, "value": 0.6, "maturity": "mature"},
    ),
)
