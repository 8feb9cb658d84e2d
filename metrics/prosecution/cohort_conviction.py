"""Conviction of persons charged in a year, followed for one, two and three years."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="cohort_conviction",
    title="Conviction by 12, 24 and 36 months after charge (of those charged)",
    question="Of the persons charged in the year, how many were convicted within one, two and three years?",
    group="prosecution",
    kind="time_to_event",
    population="prosecuted_persons",
    unit_counted="persons",
    value_unit="share",
    period_kind="cohort",
    horizons=(365, 730, 1095),
    numerator="Persons convicted at first instance within the horizon: of trafficking, or, where all crime is counted, of anything. The value takes into account that some could not be followed so long, so it can differ from numerator over denominator.",
    denominator="Persons first charged in the year whose dates are known to the month or better.",
    good_direction="neither",
    pair="charge_rate",
    source="Aalen and Johansen 1978",
    source_clause="Cumulative incidence of first-instance conviction with acquittal, discontinuance, conviction of another offence, death, unfitness and transfer as competing ends",
    caveats=(
        "A conviction rate of persons charged: the same people are followed from charge on, open cases and dropped ones included. Unlike convictions over prosecutions of one year it is a rate.",
        "Open proceedings are followed up to the court's data date and counted as open from there, not as acquitted.",
        "Young cohorts are shown with bounds only: nobody knows yet how the open cases will end.",
        "Charging fewer people raises it: read it beside the charge rate.",
        "Those tried in one case are often decided together; the interval takes them for independent and is too narrow where few cases hold many persons.",
        "A person charged twice is followed in the first proceeding; where several began on one day, a conviction in any of them counts.",
    ),
    answers_to=("tvpa-108b-1", "untoc-11-2"),
    breakdowns=("sex", "citizenship_group", "exploitation_form", "cross_border", "court_level"),
    case_mix=("exploitation_form",),
    is_headline=True,
    counting={
        "estimate": "cumulative_incidence",
        "events": {
            "trafficking": ("convicted_trafficking",),
            "all_crime": ("convicted_trafficking", "convicted_other", "convicted_unspecified"),
        },
    },
    worked_example=WorkedExample(
        story="20 persons are charged on 1 March 2020: 8 are convicted of trafficking after 200 days, 4 acquitted after 300, 5 convicted after 500; 3 are still open when the data end in 2024. Within 730 days 13 of 20 were convicted, and everybody was followed that long.",
        rows=together(
            charged("a", 8, "2020-03-01", "2020-09-17", "convicted"),
            charged("b", 4, "2020-03-01", "2020-12-26", "acquitted"),
            charged("c", 5, "2020-03-01", "2021-07-14", "convicted"),
            charged("d", 3, "2020-03-01"),
        ),
        about={
            "scope": "trafficking",
            "period_start": "2020-01-01",
            "breakdown": "total",
            "horizon_days": 730,
        },
        expect={"numerator": 13, "denominator": 20, "value": 0.65, "maturity": "mature"},
    ),
)
