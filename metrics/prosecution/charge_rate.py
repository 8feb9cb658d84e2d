"""Suspects charged within one and two years of first suspicion."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, suspected, together

metric = Metric(
    name="charge_rate",
    title="Charge rate of suspects by 12 and 24 months",
    question="Of the persons first suspected in the year, how many were charged within one and two years?",
    group="prosecution",
    kind="time_to_event",
    population="suspects",
    unit_counted="persons",
    value_unit="share",
    period_kind="cohort",
    horizons=(365, 730),
    numerator="Persons charged within the horizon: with trafficking, or, where all crime is counted, with anything. The value takes into account that some could not be followed so long, so it can differ from numerator over denominator.",
    denominator="Persons first suspected or arrested in the year whose dates are known to the month or better.",
    good_direction="neither",
    pair="court_conviction_rate",
    source="Aalen and Johansen 1978",
    source_clause="Cumulative incidence of charge with closure, charge of another offence, transfer and death as competing ends",
    caveats=(
        "Suspicion begins at different moments in different procedures: compare a jurisdiction with itself.",
        "Charging everybody raises this rate and lowers the conviction rate: read both.",
        "Who was charged after the suspicion was recorded as closed counts as closed without charge.",
        "A charge is seen only as far as prosecutors have reported, so suspects are followed up to the earlier of both data dates.",
        "Blank where the data hold nobody but the charged: the rate would be 1 by construction.",
    ),
    answers_to=("echr-4-1", "eu-trafficking-19a-2"),
    indicators=("PR-06",),
    breakdowns=("citizenship_group", "sex", "age_group", "exploitation_form", "cross_border"),
    case_mix=("exploitation_form",),
    is_headline=True,
    counting={
        "estimate": "cumulative_incidence",
        "events": {
            "trafficking": ("charged_trafficking",),
            "all_crime": ("charged_trafficking", "charged_other"),
        },
    },
    worked_example=WorkedExample(
        story="20 persons are first suspected on 1 February 2020: 9 are charged with trafficking on 1 August, the cases of 8 are closed on 1 October, 3 stay under investigation. Within a year 9 of 20 were charged.",
        rows=together(
            suspected("a", 9, "2020-02-01"),
            {
                table: rows
                for table, rows in charged("a", 9, "2020-08-01").items()
                if table not in ("cases", "defendants")
            },
            suspected("b", 8, "2020-02-01", closed="2020-10-01"),
            suspected("c", 3, "2020-02-01"),
        ),
        about={
            "scope": "trafficking",
            "period_start": "2020-01-01",
            "breakdown": "total",
            "horizon_days": 365,
        },
        expect={"numerator": 9, "denominator": 20, "value": 0.45, "maturity": "mature"},
    ),
)
