"""Inspections that looked for trafficking, of all inspections."""

from metrics.definition import Metric, WorkedExample
from metrics.example_agencies import agencies, figures
from metrics.example_rows import together

metric = Metric(
    name="inspections_screened",
    title="Inspections that screened for trafficking",
    question="Of the labour inspections of the year, in how many did inspectors look for signs of trafficking?",
    group="prevention",
    kind="quantity",
    population="inspection_figures",
    unit_counted="inspections",
    value_unit="share",
    numerator="Inspections with a screening for trafficking, as the agencies reported it.",
    denominator="Inspections carried out, as the same agencies reported it.",
    good_direction="up",
    pair="referral_source_mix",
    source="ILO Protocol P029, Article 2(c)(ii)",
    source_clause="Inspections with a screening over inspections, added over agencies",
    caveats=(
        "A box ticked is a screening too: look at how many victims labour inspection refers.",
        "Fewer inspections elsewhere raise it without one more screening.",
        "The figures are added as they were reported, so there is no interval.",
    ),
    answers_to=("ilo-p029-2c-1",),
    scopes=("trafficking",),
    counting={"date": "period_end", "part": "inspections_screened", "whole": "inspections"},
    indicators=("PV-03",),
    worked_example=WorkedExample(
        story="For 2021 two inspectorates report 300 of 1,000 and 100 of 600 inspections with a screening: 400 of 1,600.",
        rows=together(
            agencies("NORTH", "SOUTH", kind="labour_inspection"),
            figures("NORTH", 2021, inspections=1000, inspections_screened=300),
            figures("SOUTH", 2021, inspections=600, inspections_screened=100),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 400, "denominator": 1600, "value": 0.25},
    ),
)
