"""Why the prosecution declined cases."""

from metrics.definition import Metric, WorkedExample
from metrics.example_prosecution import opened
from metrics.example_rows import together
from metrics.example_tables import happened

metric = Metric(
    name="declination_reasons",
    title="Reasons for declining cases",
    question="Of the cases declined in the year, how many were declined for which reason?",
    group="prosecution",
    kind="mix",
    population="declined_cases",
    unit_counted="cases",
    value_unit="share",
    numerator="Declined cases with this reason.",
    denominator="Cases referred to the prosecution and closed in the year without a charge against anybody.",
    good_direction="neither",
    pair="declination_rate",
    source="Justice Counts, prosecution metrics",
    source_clause="Cases declined, by reason",
    caveats=(
        "One reason a case, the one given last; several may have been true.",
        "A victim's withdrawal is often recorded as a lack of evidence: read the two together.",
        "A share of few cases jumps from year to year.",
        "How often cases are declined at all is told by the share of cases declined.",
    ),
    answers_to=("untoc-11-2", "eu-victims-11-1"),
    indicators=("PR-12",),
    breakdowns=("closure_reason",),
    counting={"date": "decided_on", "column": "closure_reason"},
    worked_example=WorkedExample(
        story="In 2021 the prosecution declines 20 cases: 12 for want of evidence, 8 because the victim no longer supports them. 8 of 20.",
        rows=together(
            opened("a", 12, "2020-02-01", closed="2021-05-01", reason="evidence"),
            happened("case", "a", 12, "referred_to_prosecution", "2020-06-01"),
            opened("b", 8, "2020-02-01", closed="2021-05-01", reason="victim_withdrew"),
            happened("case", "b", 8, "referred_to_prosecution", "2020-06-01"),
        ),
        about={
            "scope": "trafficking",
            "period_start": "2021-01-01",
            "period_end": "2021-12-31",
            "category": "victim_withdrew",
        },
        expect={"numerator": 8, "denominator": 20, "value": 0.4},
    ),
)
