"""Days of technical assistance that agencies received against trafficking."""

from metrics.definition import Metric, WorkedExample
from metrics.example_agencies import agencies, figures
from metrics.example_rows import together

metric = Metric(
    name="technical_assistance_received",
    title="Technical assistance received",
    question="How many days of technical assistance did agencies receive in the year?",
    group="prevention",
    kind="quantity",
    population="assistance_figures",
    unit_counted="assistance_days",
    value_unit="count",
    numerator="Days on which somebody from outside trained, advised or equipped the agency, added over the agencies that reported it.",
    denominator="None.",
    good_direction="neither",
    pair="training_coverage",
    source="United Nations Convention against Transnational Organized Crime, Articles 29 and 30",
    source_clause="Training and technical assistance received, as reported, added over agencies",
    caveats=(
        "It grows when one more agency reports: look at which kinds of agency are in it.",
        "Days received say nothing about what was learnt: read it beside training.",
        "Little assistance can mean little need as well as little help.",
        "The figures are added as they were reported, so there is no interval.",
    ),
    answers_to=("palermo-10-2",),
    breakdowns=("agency_kind",),
    scopes=("trafficking",),
    counting={"date": "period_end", "part": "assistance_days"},
    worked_example=WorkedExample(
        story="For 2021 two police forces report 12 and 30 days of assistance: 42.",
        rows=together(
            agencies("NORTH", "SOUTH"),
            figures("NORTH", 2021, assistance_days=12),
            figures("SOUTH", 2021, assistance_days=30),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 42, "denominator": None, "value": 42},
    ),
)
