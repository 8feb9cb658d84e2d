"""Cases still pending at the end of the year, from published court statistics."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import printed, together

metric = Metric(
    name="official_pendency",
    title="Official: share of cases pending",
    question="Of the cases that were before the courts in the year, how many were pending at its end, according to what was published?",
    group="official",
    kind="published",
    population="published_figures",
    unit_counted="cases",
    value_unit="share",
    period_kind="stock",
    numerator="Cases pending at the end of the year, as printed.",
    denominator="Cases for trial in the year, as printed.",
    good_direction="down",
    pair="official_conviction_share",
    source="NCRB, Crime in India, court disposal tables; the publication is named in each figure's origin",
    source_clause="Pendency: cases pending at the end of the year over cases for trial in it",
    caveats=(
        "The whole stock was counted and nothing is estimated, so it stands as published, without an interval.",
        "A high share means long queues or many new cases; only the age of the cases would tell.",
    ),
    answers_to=("echr-6-1", "iccpr-14-3"),
    counting={"estimate": "enumeration", "part": "cases_pending_end", "whole": "cases_for_trial"},
    data="official",
    worked_example=WorkedExample(
        story="A yearbook prints 4,170 cases for trial, of which 3,967 were pending at the end of the year: 95.1 %.",
        rows=together(printed("cases_pending_end", 3967), printed("cases_for_trial", 4170)),
        about={"period_start": "2021-01-01", "category": "Trafficking"},
        expect={"numerator": 3967, "denominator": 4170, "value": 3967 / 4170},
    ),
)
