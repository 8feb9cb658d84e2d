"""Conviction of trafficking of persons first suspected in a year, followed from the suspicion."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import suspected_and_charged
from metrics.example_rows import suspected, together

metric = Metric(
    name="end_to_end_conviction",
    title="Conviction for trafficking by 24, 36 and 60 months after first suspicion",
    question="Of the persons first suspected in the year, how many were convicted of trafficking within two, three and five years?",
    group="prosecution",
    kind="time_to_event",
    population="suspects_to_outcome",
    unit_counted="persons",
    value_unit="share",
    period_kind="cohort",
    horizons=(730, 1095, 1826),
    numerator="Persons convicted of trafficking at first instance within the horizon. The value takes into account that some could not be followed so long, so it can differ from numerator over denominator.",
    denominator="Persons first suspected or arrested in the year whose dates are known to the month or better.",
    good_direction="neither",
    pair="charge_rate",
    source="Aalen and Johansen 1978",
    source_clause="Cumulative incidence of conviction of trafficking, from first suspicion, with closure, transfer, death and an end without such a conviction as competing ends",
    caveats=(
        "The only conviction rate here that starts before the charge: neither dropping suspects nor charging only the strongest cases can raise it.",
        "Suspicion begins at different moments in different procedures: compare a jurisdiction with itself.",
        "It is low everywhere, because suspicion is meant to be tested. A low rate is a question about the path, not a verdict on it.",
        "Follow-up ends at the earlier of the data dates of police and courts; young cohorts are shown with bounds only.",
        "Blank where suspects and the accused cannot be linked, or where the data hold nobody but the charged.",
    ),
    answers_to=("echr-4-1", "tvpa-108b-1", "ilo-p029-1-1"),
    indicators=("PR-08",),
    breakdowns=("citizenship_group", "exploitation_form", "cross_border"),
    scopes=("trafficking",),
    counting={"estimate": "cumulative_incidence", "events": ("convicted_trafficking",)},
    worked_example=WorkedExample(
        story="20 persons are first suspected on 1 February 2020. 6 are charged on 1 August and convicted of trafficking on 1 June 2021; 4 are charged and acquitted on that day; the cases of 10 are closed. Within two years 6 of 20 were convicted.",
        rows=together(
            suspected_and_charged("a", 6, "2020-02-01", "2020-08-01", "2021-06-01", "convicted"),
            suspected_and_charged("b", 4, "2020-02-01", "2020-08-01", "2021-06-01", "acquitted"),
            suspected("c", 10, "2020-02-01", closed="2020-10-01"),
        ),
        about={
            "scope": "trafficking",
            "period_start": "2020-01-01",
            "breakdown": "total",
            "horizon_days": 730,
        },
        expect={"numerator": 6, "denominator": 20, "value": 0.3, "maturity": "mature"},
    ),
)
