"""Mean days from first suspicion to the outcome, counting nobody for longer than three years."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import suspected_and_charged
from metrics.example_rows import suspected, together

metric = Metric(
    name="mean_time_to_outcome",
    title="Mean time from first suspicion to the outcome, within three years",
    question="Of the three years after first suspicion, how many days does a person wait for an outcome, on average?",
    group="timeliness",
    kind="time_to_event",
    population="suspects_to_outcome",
    unit_counted="persons",
    value_unit="days",
    period_kind="cohort",
    horizons=(1095,),
    numerator="Persons of the cohort who had an outcome within 1,095 days, whatever it was. The value is the mean of days waited, at most 1,095 for each, not a ratio of the two.",
    denominator="Persons first suspected or arrested in the year whose dates are known to the month or better.",
    good_direction="down",
    pair="time_to_outcome",
    source="Irwin 1949; Royston and Parmar 2013",
    source_clause="Restricted mean: area under the Kaplan-Meier curve up to 1,095 days",
    caveats=(
        "Whoever waits longer than three years counts for three years: it is lower than the mean of all waits.",
        "It can be told where half of a cohort have no outcome, and compares places when medians are not reached.",
        "Bounds: as if everybody not followed for three years had an outcome when last seen, and as if all of them waited on.",
        "Closing cases fast shortens it: read it beside the charge rate.",
    ),
    answers_to=("echr-4-1", "echr-6-1"),
    indicators=("TM-05",),
    breakdowns=("cross_border", "exploitation_form"),
    counting={"estimate": "restricted_mean", "events": "any"},
    worked_example=WorkedExample(
        story="30 persons are first suspected on 1 January 2020. The cases of 10 are closed after 100 days; 10 are charged and convicted after 500; 10 have no outcome after more than 1,095. The mean is (10 x 100 + 10 x 500 + 10 x 1,095)/30 = 565 days.",
        rows=together(
            suspected("a", 10, "2020-01-01", closed="2020-04-10"),
            suspected_and_charged("b", 10, "2020-01-01", "2020-06-01", "2021-05-15", "convicted"),
            suspected("c", 10, "2020-01-01"),
        ),
        about={
            "scope": "trafficking",
            "period_start": "2020-01-01",
            "period_end": "2020-12-31",
            "breakdown": "total",
        },
        expect={
            "numerator": 20,
            "denominator": 30,
            "value": 565,
            "bound_lower": 565,
            "bound_upper": 565,
            "maturity": "mature",
        },
    ),
)
