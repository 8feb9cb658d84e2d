"""Cases of trafficking in which the money was looked into, within one year of their opening."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import happened, opened

metric = Metric(
    name="financial_investigation_rate",
    title="Cases with a financial investigation by 12 months",
    question="Of the trafficking cases opened in the year, in how many was a financial investigation opened within one year?",
    group="redress",
    kind="time_to_event",
    population="opened_cases",
    unit_counted="cases",
    value_unit="share",
    period_kind="cohort",
    horizons=(365,),
    numerator="Cases with a financial investigation opened alongside, before or within a year of the opening of the case.",
    denominator="Trafficking cases opened in the year.",
    good_direction="up",
    pair="freezing_rate",
    source="FATF Methodology, Immediate Outcomes 7 and 8; UNTOC, Article 12",
    source_clause="Cases with a parallel financial investigation over cases investigated",
    caveats=(
        "Opening one is a tick in a box: read it beside the cases in which anything was frozen.",
        "Small cases without proceeds lower it, and it need not reach all of them.",
        "Blank where no financial investigation is recorded at all, since nobody can tell not done from not recorded.",
    ),
    answers_to=("untoc-12-1", "eu-trafficking-9-3", "untoc-6-1"),
    indicators=("FI-01",),
    breakdowns=("exploitation_form", "cross_border"),
    case_mix=("exploitation_form",),
    scopes=("trafficking",),
    counting={"estimate": "cumulative_incidence", "events": ("inquired",)},
    worked_example=WorkedExample(
        story="20 cases are opened on 1 February 2021. In 8 a financial investigation follows in May, in 12 none. 8/20 = 0.4.",
        rows=together(
            opened("a", 8, "2021-02-01"),
            happened("case", "a", 8, "financial_opened", "2021-05-01"),
            opened("b", 12, "2021-02-01"),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total", "horizon_days": 365},
        expect={"numerator": 8, "denominator": 20, "value": 0.4, "maturity": "mature"},
    ),
)
