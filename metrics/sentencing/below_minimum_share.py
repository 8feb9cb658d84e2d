"""Share of convicted persons whose sentence is below the least that the law provides for."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import sentenced
from metrics.example_rows import together

metric = Metric(
    name="below_minimum_share",
    title="Sentences below the statutory minimum",
    question="Of the persons convicted in the year under a provision with a minimum sentence, how many have to serve less?",
    group="sentencing",
    kind="share",
    population="convicted_persons",
    unit_counted="persons",
    value_unit="share",
    numerator="Persons convicted at first instance in the year whose longest custody that is not suspended is shorter than the minimum, or who have none.",
    denominator="Persons convicted at first instance in the year whose sentence and the minimum of its provision are known.",
    good_direction="neither",
    pair="custodial_length",
    source="Own definition after the minimum sentences of national law",
    source_clause="Effective sentence shorter than the statutory minimum, of convictions under that provision",
    caveats=(
        "Most laws allow less for a reason: youth, a plea, help to the investigation. A sentence below the minimum is not by itself unlawful.",
        "Suspended custody counts as none, because it is not served.",
        "The minimum varies with the date of the offence; it is taken as the sender recorded it.",
        "Provisions without a minimum, and sentences of which the length or the minimum is not known, are left out and shown as missing.",
    ),
    answers_to=("untoc-11-1",),
    indicators=("SE-04",),
    breakdowns=("exploitation_form", "court_level"),
    counting={
        "date": "convicted_on",
        "column": "against_minimum",
        "part": ("below",),
        "whole": ("below", "not_below"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="The minimum is 60 months. In 2021, 12 persons get 72 months, 5 get 36, and 3 have 60 suspended: 8 of 20 serve less. For 5 others no minimum is recorded.",
        rows=together(
            sentenced("a", 12, "2021-02-01", "custody", months=72, minimum_months=60),
            sentenced("b", 5, "2021-02-01", "custody", months=36, minimum_months=60),
            sentenced("c", 3, "2021-02-01", "suspended_custody", months=60, minimum_months=60),
            sentenced("d", 5, "2021-02-01", "custody", months=36),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 8, "denominator": 20, "value": 0.4, "missing_share": 0.2},
    ),
)
