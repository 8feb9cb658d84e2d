"""Carriers sanctioned, of those found in breach of their duty to check documents."""

from metrics.definition import Metric, WorkedExample
from metrics.example_agencies import agencies, figures
from metrics.example_rows import together

metric = Metric(
    name="carriers_sanctioned",
    title="Carriers sanctioned",
    question="Of the carriers found in breach of their duty to check documents in the year, how many were sanctioned?",
    group="prevention",
    kind="quantity",
    population="carrier_figures",
    unit_counted="carriers",
    value_unit="share",
    numerator="Carriers sanctioned, as the agencies reported it.",
    denominator="Carriers found in breach, as the same agencies reported it.",
    good_direction="neither",
    pair="victims_presumed",
    source="Palermo Protocol, Article 11(2) to (4); Council of Europe Convention on Action against Trafficking in Human Beings, Article 7",
    source_clause="Carriers sanctioned over carriers not complying, added over bodies",
    caveats=(
        "Carriers afraid of a sanction also turn away people who flee: more is not better by itself.",
        "Finding few breaches raises it.",
        "The figures are added as they were reported, so there is no interval.",
    ),
    answers_to=("palermo-11-1", "coe-7-2"),
    scopes=("trafficking",),
    counting={"date": "period_end", "part": "carriers_sanctioned", "whole": "carriers_breaching"},
    indicators=("PV-06",),
    worked_example=WorkedExample(
        story="In 2021, 16 carriers are found in breach and 12 sanctioned: 12 of 16.",
        rows=together(
            agencies("BORDER", kind="immigration"),
            figures("BORDER", 2021, carriers_breaching=16, carriers_sanctioned=12),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 12, "denominator": 16, "value": 0.75},
    ),
)
