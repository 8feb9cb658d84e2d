"""Residence permits granted to victims, of the applications decided."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import protected, victims

metric = Metric(
    name="residence_permits",
    title="Residence permits granted",
    question="Of the victims' applications for a residence permit decided in the year, how many were granted?",
    group="protection",
    kind="share",
    population="protection_applications",
    unit_counted="requests",
    value_unit="share",
    numerator="Applications granted in the year.",
    denominator="Applications for a residence permit granted or refused in the year.",
    good_direction="neither",
    pair="reflection_period_coverage",
    source="Council of Europe Convention on Action against Trafficking in Human Beings, Article 14; EU Directive 2004/81",
    source_clause="Permits granted over applications decided",
    caveats=(
        "Who never applies is not here: a place where few dare to apply can grant them all.",
        "Whether a permit rests on the person's situation or on cooperation with the prosecution is not on record.",
        "Applications withdrawn or pending are left out.",
    ),
    answers_to=("coe-14-1", "eu-residence-all-1", "palermo-7-1", "eu-trafficking-11a-1"),
    breakdowns=("age_group", "citizenship_group"),
    scopes=("trafficking",),
    counting={
        "date": "decided_on",
        "column": "CASE WHEN protection_measure = 'residence_permit' THEN decision END",
        "part": ("granted",),
        "whole": ("granted", "refused"),
        "unknown": ("unknown",),
    },
    indicators=("ID-08",),
    worked_example=WorkedExample(
        story="In 2021, 9 permits are granted and 6 refused, 2 applications are pending; 4 reflection periods are granted too. 9 of 15.",
        rows=together(
            victims("a", 9, identified="2021-03-01", citizenship_group="other"),
            protected("a", 9, "residence_permit", "2021-03-01", "2021-08-05"),
            protected("a", 4, "reflection_period", "2021-02-01", "2021-02-05"),
            victims("b", 6, identified="2021-03-01", citizenship_group="other"),
            protected("b", 6, "residence_permit", "2021-03-01", "2021-08-05", "refused"),
            victims("c", 2, identified="2021-03-01", citizenship_group="other"),
            protected("c", 2, "residence_permit", "2021-03-01"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 9, "denominator": 15, "value": 0.6},
    ),
)
