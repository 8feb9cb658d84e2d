"""Offers of help that victims declined, of those they answered."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import helped, victims

metric = Metric(
    name="assistance_declined",
    title="Offers of help declined",
    question="Of the services offered to victims in the year and answered, how many were declined?",
    group="protection",
    kind="share",
    population="offers_of_help",
    unit_counted="offers",
    value_unit="share",
    numerator="Offers that the victim declined.",
    denominator="Offers of the year that the victim accepted or declined; those accepted first and given up later count as accepted.",
    good_direction="neither",
    pair="assistance_within_30_days",
    source="GRETA, third evaluation round questionnaire, assistance",
    source_clause="Offered, accepted and declined counted apart",
    caveats=(
        "Declining is a right. A high share asks whether the offer was safe, understandable and tied to no condition.",
        "Offering only what everybody takes lowers it: read it beside how many victims were helped.",
        "A victim offered three services counts with three offers.",
    ),
    answers_to=("eu-trafficking-11-5", "eu-trafficking-11-3", "coe-12-6"),
    breakdowns=("service", "sex", "age_group", "citizenship_group"),
    scopes=("trafficking",),
    counting={
        "date": "offered_on",
        "column": "reply",
        "part": ("declined",),
        "whole": ("declined", "accepted", "withdrawn"),
        "unknown": ("unknown",),
    },
    indicators=("ID-09",),
    worked_example=WorkedExample(
        story="In 2021, 12 victims accept counselling, 4 decline housing, and 3 have not replied. 4 of 16 answered offers were declined.",
        rows=together(
            victims("a", 12, identified="2021-03-01"),
            helped("a", 12, "2021-03-05", "2021-03-11"),
            victims("b", 4, identified="2021-03-01"),
            helped("b", 4, "2021-03-11", service="housing", reply="declined"),
            victims("c", 3, identified="2021-03-01"),
            helped("c", 3, "2021-03-11", reply="pending"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "breakdown": "total"},
        expect={"numerator": 4, "denominator": 16, "value": 0.25},
    ),
)
