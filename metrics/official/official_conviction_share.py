"""Completed trials that ended in conviction, from published court statistics."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import printed, together

metric = Metric(
    name="official_conviction_share",
    title="Official: convictions of completed trials",
    question="Of the trials completed in the year, how many ended in conviction, according to what was published?",
    group="official",
    kind="published",
    population="published_figures",
    unit_counted="cases",
    value_unit="share",
    numerator="Cases that ended in conviction, as printed.",
    denominator="Trials completed, as printed.",
    good_direction="neither",
    pair="official_pendency",
    source="NCRB, Crime in India, court disposal tables; the publication is named in each figure's origin",
    source_clause="Conviction rate: cases convicted over cases in which trials were completed",
    caveats=(
        "Where no trial was completed there is no rate: it stays blank and is not zero.",
        "It has Wilson's interval although every trial was counted: trials of another year under the same conditions would have ended a little differently, and readers compare years and offences.",
        "A share of fewer than ten trials is shown because it was printed, and marked very uncertain.",
        "Only completed trials count: a court that completes few can look strict. Read it beside the share still pending.",
        "Cases as the publisher counts them; one case can hold many persons.",
    ),
    answers_to=("eu-trafficking-19a-2", "untoc-11-2"),
    counting={"estimate": "share", "part": "cases_convicted", "whole": "trials_completed"},
    data="official",
    worked_example=WorkedExample(
        story="A yearbook prints 198 completed trials of which 44 ended in conviction: 22.2 %.",
        rows=together(printed("cases_convicted", 44), printed("trials_completed", 198)),
        about={"period_start": "2021-01-01", "category": "Trafficking"},
        expect={"numerator": 44, "denominator": 198, "value": 44 / 198},
    ),
)
