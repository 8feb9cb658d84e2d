"""People in post against trafficking."""

from metrics.definition import Metric, WorkedExample
from metrics.example_agencies import agencies, figures
from metrics.example_rows import together

metric = Metric(
    name="agency_staff",
    title="Staff in post",
    question="How many people were in post against trafficking at the end of the year?",
    group="prevention",
    kind="quantity",
    population="staff_figures",
    unit_counted="staff",
    value_unit="count",
    period_kind="stock",
    numerator="Staff in post, added over the agencies that reported it.",
    denominator="None.",
    good_direction="neither",
    pair="identification_backlog",
    source="Council of Europe Convention on Action against Trafficking in Human Beings, Article 29(1)",
    source_clause="Staff in post as reported, added over agencies",
    caveats=(
        "It grows when one more agency reports: look at which kinds of agency are in it.",
        "Posts, persons and hours are not the same; agencies count in their own way.",
        "People in post are no work done: read it beside what is left waiting.",
        "The figures are added as they were reported, so there is no interval.",
    ),
    answers_to=("coe-29-1",),
    breakdowns=("agency_kind",),
    scopes=("trafficking",),
    counting={"date": "period_end", "part": "staff"},
    worked_example=WorkedExample(
        story="For 2021 two police forces report 14 and 26 people in post: 40.",
        rows=together(
            agencies("NORTH", "SOUTH"),
            figures("NORTH", 2021, staff=14),
            figures("SOUTH", 2021, staff=26),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 40, "denominator": None, "value": 40},
    ),
)
