"""Licensed recruiters that were inspected."""

from metrics.definition import Metric, WorkedExample
from metrics.example_agencies import agencies, figures
from metrics.example_rows import together

metric = Metric(
    name="recruiters_inspected",
    title="Recruiters inspected",
    question="Of the licensed recruiters, how many were inspected in the year?",
    group="prevention",
    kind="quantity",
    population="recruiter_figures",
    unit_counted="recruiters",
    value_unit="share",
    period_kind="stock",
    numerator="Licensed recruiters inspected in the year, as the agencies reported it.",
    denominator="Recruiters holding a licence, as the same agencies reported it.",
    good_direction="up",
    pair="inspections_screened",
    source="ILO Protocol P029, Article 2(d)",
    source_clause="Licensed agencies inspected over licensed agencies, added over bodies",
    caveats=(
        "Recruiters without a licence are not here, and may be the ones that matter.",
        "Taking licences away from those never inspected raises it.",
        "The figures are added as they were reported, so there is no interval.",
    ),
    answers_to=("ilo-p029-2d-1",),
    scopes=("trafficking",),
    counting={"date": "period_end", "part": "recruiters_inspected", "whole": "recruiters_licensed"},
    indicators=("PV-05",),
    worked_example=WorkedExample(
        story="At the end of 2021, 80 recruiters hold a licence, and 20 of them were inspected: 20 of 80.",
        rows=together(
            agencies("LABOUR", kind="labour_inspection"),
            figures("LABOUR", 2021, recruiters_licensed=80, recruiters_inspected=20),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 20, "denominator": 80, "value": 0.25},
    ),
)
