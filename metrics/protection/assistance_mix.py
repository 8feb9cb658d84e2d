"""What victims are offered: each kind of service among all offers."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import helped, victims

metric = Metric(
    name="assistance_mix",
    title="Services offered to victims",
    question="Of the services offered to victims in the year, how many were of each kind?",
    group="protection",
    kind="mix",
    population="offers_of_help",
    unit_counted="offers",
    value_unit="share",
    numerator="Offers of this kind of service.",
    denominator="All offers of a service to a victim in the year, whatever the reply.",
    good_direction="neither",
    pair="assistance_declined",
    source="HTCDS 2.0, support plan types; Council of Europe Convention on Action against Trafficking in Human Beings, Article 12(1)",
    source_clause="Offers by kind of service",
    caveats=(
        "A kind that is missing may not exist in the place, or may be given by somebody who does not report.",
        "More offers of one kind lower the share of all others although nobody got less.",
        "A victim offered three services counts with three offers.",
    ),
    answers_to=("coe-12-1", "eu-trafficking-11-5", "palermo-6-3"),
    breakdowns=("service",),
    scopes=("trafficking",),
    counting={"date": "offered_on", "column": "service"},
    indicators=("ID-09",),
    worked_example=WorkedExample(
        story="In 2021, 12 offers of counselling, 6 of housing and 2 of legal help are made: housing is 6 of 20.",
        rows=together(
            victims("a", 12, identified="2021-03-01"),
            helped("a", 12, "2021-03-05", "2021-03-11"),
            helped("a", 6, "2021-03-11", service="housing", reply="declined"),
            helped("a", 2, "2021-03-11", service="legal"),
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "category": "housing"},
        expect={"numerator": 6, "denominator": 20, "value": 0.3},
    ),
)
