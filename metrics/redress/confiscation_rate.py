"""Convicted cases in which an asset was confiscated, within one and two years of the conviction."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, together
from metrics.example_tables import assets

metric = Metric(
    name="confiscation_rate",
    title="Convicted cases with assets confiscated by 12 and 24 months",
    question="Of the cases with a first conviction of trafficking in the year, in how many was anything confiscated within one and two years?",
    group="redress",
    kind="time_to_event",
    population="convicted_cases",
    unit_counted="cases",
    value_unit="share",
    period_kind="cohort",
    horizons=(365, 730),
    numerator="Cases with at least one asset confiscated, with the verdict or within the horizon after it.",
    denominator="Cases with a first conviction of trafficking in the year.",
    good_direction="up",
    pair="realisation_ratio",
    source="Directive (EU) 2024/1260, Articles 12 to 16; Council of Europe Convention on Action against Trafficking, Article 23(3)",
    source_clause="Convicted with a final confiscation order over convicted; those not yet followed so long are censored",
    caveats=(
        "Assets are recorded for cases, not for persons: one order counts for the whole case.",
        "Orders come years after the conviction in some places; what comes after the horizon is not counted.",
        "One telephone counts like a house: read it beside the value.",
    ),
    answers_to=("coe-23-1", "eu-confiscation-12-1", "untoc-12-1", "actip-17-1"),
    indicators=("FI-03",),
    breakdowns=("exploitation_form", "cross_border"),
    case_mix=("exploitation_form",),
    scopes=("trafficking",),
    counting={"estimate": "cumulative_incidence", "events": ("confiscated",)},
    worked_example=WorkedExample(
        story="20 cases end in a conviction on 1 February 2021. In 4 an asset is confiscated on the same day, in 2 more after 400 days, in 14 none. Within a year 4 of 20.",
        rows=together(
            charged("a", 4, "2020-03-01", "2021-02-01", "convicted"),
            assets("a", 4, confiscated=("2021-02-01", 1000)),
            charged("b", 2, "2020-03-01", "2021-02-01", "convicted"),
            assets("b", 2, confiscated=("2022-03-08", 1000)),
            charged("c", 14, "2020-03-01", "2021-02-01", "convicted"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "horizon_days": 365},
        expect={"numerator": 4, "denominator": 20, "value": 0.2, "maturity": "mature"},
    ),
)
