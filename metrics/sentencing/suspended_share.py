"""Share of custodial sentences that are wholly suspended."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import sentenced
from metrics.example_rows import together

metric = Metric(
    name="suspended_share",
    title="Custody wholly suspended",
    question="Of the persons sentenced to custody in the year, how many had all of it suspended?",
    group="sentencing",
    kind="share",
    population="convicted_persons",
    unit_counted="persons",
    value_unit="share",
    numerator="Persons convicted at first instance in the year whose gravest sanction is suspended custody.",
    denominator="Persons convicted at first instance in the year whose gravest sanction is custody, suspended or not.",
    good_direction="neither",
    pair="custody_share",
    source="Group of Experts on Action against Trafficking in Human Beings (GRETA), country reports",
    source_clause="Suspended sentences among custodial sentences for trafficking",
    caveats=(
        "A sentence suspended in part counts as custody, where it is recorded as one.",
        "It says nothing about those who were fined or put on probation.",
        "Convicted persons without a recorded sentence are left out and shown as missing.",
    ),
    answers_to=("coe-23-1", "untoc-11-1"),
    indicators=("SE-03",),
    breakdowns=("exploitation_form", "sex", "court_level"),
    counting={
        "date": "convicted_on",
        "column": "gravest_sanction",
        "part": ("suspended_custody",),
        "whole": ("custody", "suspended_custody"),
        "unknown": ("unknown",),
    },
    worked_example=WorkedExample(
        story="In 2021, 15 persons are sent to custody, 5 get suspended custody, 10 a fine: 5 of 20.",
        rows=together(
            sentenced("a", 15, "2021-02-01", "custody", months=60),
            sentenced("b", 5, "2021-02-01", "suspended_custody", months=24),
            sentenced("c", 10, "2021-02-01", "fine"),
        ),
        about={"scope": "trafficking", "period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 5, "denominator": 20, "value": 0.25, "missing_share": 0},
    ),
)
