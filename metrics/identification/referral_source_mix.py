"""Who refers presumed victims."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_victims import victims

metric = Metric(
    name="referral_source_mix",
    title="Who refers presumed victims",
    question="Who first referred the presumed victims of the year?",
    group="identification",
    kind="mix",
    population="referred_victims",
    unit_counted="victims",
    value_unit="share",
    numerator="Persons first referred in the year by this kind of body or person.",
    denominator="Persons first referred as presumed victims in the year, those with no referrer on record included.",
    good_direction="neither",
    pair="victims_presumed",
    source="Home Office, National Referral Mechanism statistics, first responders",
    source_clause="Share of first referrals by kind of first responder",
    caveats=(
        "A shift in who refers moves the share of positive decisions although no decision was taken differently.",
        "A small share of labour inspection or health services points to places where nobody looks, not to places without victims.",
        "Where no referrer is on record the person counts as unknown, which is a member of the mix.",
    ),
    answers_to=("eu-trafficking-11-4",),
    breakdowns=("lead_source",),
    scopes=("trafficking",),
    counting={"date": "referred_on", "column": "lead_source"},
    indicators=("ID-13",),
    worked_example=WorkedExample(
        story="Of 25 persons referred in 2021, the police referred 15, a support service 5; of 5 nobody wrote down who. The police referred 15 of 25.",
        rows=together(
            victims("a", 15, referred="2021-01-10", referred_by="police"),
            victims("b", 5, referred="2021-06-10", referred_by="support_service"),
            victims("c", 5, referred="2021-11-10"),
        ),
        about={
            "period_start": "2021-01-01",
            "period_end": "2021-12-31",
            "category": "police",
        },
        expect={"numerator": 15, "denominator": 25, "value": 0.6},
    ),
)
