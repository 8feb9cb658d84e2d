"""Prosecuted cases in which an asset was frozen, within one year of the charge."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together
from metrics.example_tables import assets

metric = Metric(
    name="freezing_rate",
    title="Prosecuted cases with assets frozen by 12 months",
    question="Of the trafficking cases first charged in the year, in how many was anything frozen or seized within one year?",
    group="redress",
    kind="time_to_event",
    population="charged_cases",
    unit_counted="cases",
    value_unit="share",
    period_kind="cohort",
    horizons=(365,),
    numerator="Cases with at least one asset frozen or seized, before or within a year of the first charge.",
    denominator="Cases with a first charge of trafficking in the year.",
    good_direction="up",
    pair="confiscated_of_frozen",
    source="Directive (EU) 2024/1260; UNTOC, Article 12",
    source_clause="Cases with at least one freezing order over prosecuted cases",
    caveats=(
        "One telephone counts like a house: read it beside the value.",
        "Assets are recorded for cases, not for persons.",
        "Freezing is meant to be quick; what is frozen later is not counted.",
    ),
    answers_to=("untoc-12-1", "actip-17-1", "eu-trafficking-7-1"),
    indicators=("FI-02",),
    breakdowns=("exploitation_form", "cross_border"),
    case_mix=("exploitation_form",),
    scopes=("trafficking",),
    counting={"estimate": "cumulative_incidence", "events": ("frozen",)},
    worked_example=WorkedExample(
        story="In 20 cases a person is charged on 1 March 2021. In 5 of them an asset had been frozen in January, in 15 none is. 5/20 = 0.25.",
        rows=together(
            charged("a", 5, "2021-03-01"),
            assets("a", 5, frozen=("2021-01-10", 1000)),
            charged("b", 15, "2021-03-01"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "horizon_days": 365},
        expect={"numerator": 5, "denominator": 20, "value": 0.25, "maturity": "mature"},
    ),
)
