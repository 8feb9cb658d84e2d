"""Victims who were offered restorative justice, of those whose case was concluded."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import charged, identified, together
from metrics.example_tables import several

metric = Metric(
    name="restorative_offered",
    title="Victims offered restorative justice",
    question="Of the victims whose case was concluded in the year, how many were ever offered restorative justice?",
    group="redress",
    kind="share",
    population="victims_in_concluded_cases",
    unit_counted="victims",
    value_unit="share",
    period_kind="cohort",
    numerator="Victims with at least one recorded offer, of whatever form, up to the data date.",
    denominator="Victims whose case ended in the year, with a conviction of trafficking or without.",
    good_direction="neither",
    pair="restorative_replies",
    source="UN Economic and Social Council, Resolution 2002/12, Basic principles on restorative justice; Directive 2012/29/EU, Article 12",
    source_clause="Access to restorative justice services, with safeguards against harm",
    caveats=(
        "More is not better: an offer made to somebody who is still afraid can do harm.",
        "Whether the offer was explained, safe and without pressure is not recorded here.",
        "Offers are seldom recorded: none recorded is not none made.",
    ),
    answers_to=("eu-victims-4-1", "coe-12-7"),
    breakdowns=("sex", "age_group", "citizenship_group"),
    scopes=("trafficking",),
    counting={
        "date": "concluded_on",
        "column": "offer",
        "part": ("offered",),
        "whole": ("offered", "not_offered"),
        "unknown": (),
    },
    worked_example=WorkedExample(
        story="In 2021 the cases of 20 victims end, 12 in a conviction, 8 in an acquittal. 4 of them had been offered a mediation. 4/20 = 0.2.",
        rows=together(
            identified("a", 12, "2020-01-10", opened="2020-01-10"),
            identified("b", 8, "2020-01-10", opened="2020-01-10"),
            charged("a", 12, "2020-03-01", "2021-02-01", "convicted"),
            charged("b", 8, "2020-03-01", "2021-02-01", "acquitted"),
            several(
                "restorative_offers",
                "a",
                4,
                ("offer_id", "victim_id"),
                offered_on="2021-01-10",
                form="mediation",
                reply="declined",
            ),
        ),
        about={"period_start": "2021-01-01", "breakdown": "total"},
        expect={"numerator": 4, "denominator": 20, "value": 0.2},
    ),
)
