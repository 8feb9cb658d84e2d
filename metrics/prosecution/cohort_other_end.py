"""Ends without a decision on guilt, of persons charged in a year."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together

metric = Metric(
    name="cohort_other_end",
    title="Ended otherwise by 24 and 36 months after charge",
    question="Of the persons charged in the year, how many saw their case end without a decision on guilt within two and three years?",
    group="prosecution",
    kind="time_to_event",
    population="prosecuted_persons",
    unit_counted="persons",
    value_unit="share",
    period_kind="cohort",
    horizons=(730, 1095),
    numerator="Persons whose case ended by death, unfitness, flight, transfer, or in a way that is not known, within the horizon. The value takes into account that some could not be followed so long, so it can differ from numerator over denominator.",
    denominator="Persons first charged in the year whose dates are known to the month or better.",
    good_direction="neither",
    pair="cohort_conviction",
    source="Aalen and Johansen 1978",
    source_clause="Cumulative incidence of death, unfitness, flight, transfer and unknown ends with conviction, acquittal and discontinuance as competing ends",
    caveats=(
        "Most of these ends are nobody's doing. Ends that nobody recorded stand here too: a large share is a sign of poor records.",
        "One of the ends of the same cohort as conviction by cohort: with the other ends and those still open, the shares add up to one.",
        "Open proceedings are followed up to the court's data date and counted as open from there.",
        "Those tried in one case are often decided together; the interval takes them for independent and is too narrow where few cases hold many persons.",
    ),
    answers_to=("tvpa-108b-1", "untoc-11-2"),
    counting={
        "estimate": "cumulative_incidence",
        "events": ("died", "unfit", "absconded", "transferred", "other", "unknown"),
    },
    worked_example=WorkedExample(
        story="20 persons are charged on 1 March 2020: 8 are convicted of trafficking after 200 days, 7 transferred to another jurisdiction after 300; 5 are still open when the data end in 2024. Within 730 days it was 7 of 20, and everybody was followed that long.",
        rows=together(
            charged("a", 8, "2020-03-01", "2020-09-17", "convicted"),
            charged("b", 7, "2020-03-01", "2020-12-26", "transferred"),
            charged("c", 5, "2020-03-01"),
        ),
        about={
            "scope": "trafficking",
            "period_start": "2020-01-01",
            "breakdown": "total",
            "horizon_days": 730,
        },
        expect={"numerator": 7, "denominator": 20, "value": 0.35, "maturity": "mature"},
    ),
)
