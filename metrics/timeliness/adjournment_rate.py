"""Share of listed hearings that were adjourned."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import listed
from metrics.example_rows import together

metric = Metric(
    name="adjournment_rate",
    title="Hearings adjourned",
    question="Of the hearings listed for days of the year, how many were adjourned?",
    group="timeliness",
    kind="share",
    population="listed_hearings",
    unit_counted="hearings",
    value_unit="share",
    numerator="Hearings listed for a day of the year and put off to a later day.",
    denominator="Hearings listed for a day of the year of which it is known whether they were held.",
    good_direction="down",
    pair="time_to_disposition",
    source="NCSC CourTools measure 5",
    source_clause="Trial date certainty: hearings adjourned, of hearings listed",
    caveats=(
        "Each adjournment may make a victim prepare for nothing; some protect a fair trial.",
        "Listing fewer hearings, later, lowers it: read it beside the time to disposition.",
        "Several hearings belong to one proceeding; the interval takes them for independent and is too narrow.",
        "Hearings without a recorded result are left out and shown as missing.",
    ),
    answers_to=("echr-6-1", "iccpr-14-3"),
    indicators=("TM-10",),
    breakdowns=("court_level",),
    is_trended=True,
    counting={
        "date": "listed_on",
        "column": "hearing_result",
        "part": ("adjourned",),
        "whole": ("held", "adjourned", "cancelled"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="40 hearings are listed in 2021: 26 are held, 12 adjourned, 2 cancelled. 12 of 40.",
        rows=together(
            listed("a", 26, "2021-03-01", "held"),
            listed("b", 12, "2021-03-01", "adjourned", cause="defence"),
            listed("c", 2, "2021-03-01", "cancelled"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 40, "value": 0.3},
    ),
)
