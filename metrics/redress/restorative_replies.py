"""What victims replied to offers of restorative justice."""

from metrics.definition import Metric, WorkedExample
from metrics.example_rows import together
from metrics.example_tables import several

OFFER = ("offer_id", "victim_id")

metric = Metric(
    name="restorative_replies",
    title="Replies to offers of restorative justice",
    question="What did victims reply to the offers of restorative justice made in the year?",
    group="redress",
    kind="mix",
    population="restorative_replies",
    unit_counted="offers",
    value_unit="share",
    numerator="Offers with this reply, up to the data date.",
    denominator="Offers of restorative justice made to trafficking victims in the year.",
    good_direction="neither",
    pair="restorative_offered",
    source="UN Economic and Social Council, Resolution 2002/12, Basic principles on restorative justice; Directive 2012/29/EU, Article 12",
    source_clause="Free and informed consent of the victim, which may be withdrawn at any time",
    caveats=(
        "Taking part is never a success by itself, and declining never a failure: what counts is that the choice was free and informed.",
        "After trafficking the balance of power is often such that no meeting is safe: many acceptances call for a closer look, not for praise.",
        "A withdrawal shows that withdrawing was possible.",
        "A victim with several offers counts with each.",
    ),
    answers_to=("eu-victims-4-1", "coe-12-7"),
    breakdowns=("offer_reply",),
    scopes=("trafficking",),
    counting={"date": "offered_on", "column": "offer_reply"},
    worked_example=WorkedExample(
        story="In 2021, 20 offers are made: 5 are accepted, 12 declined, 1 is accepted and later withdrawn, 2 wait for a reply. Declined: 12/20 = 0.6.",
        rows=together(
            *(
                several(
                    "restorative_offers", letter, count, OFFER, offered_on="2021-04-01", reply=reply
                )
                for letter, count, reply in (
                    ("a", 5, "accepted"),
                    ("b", 12, "declined"),
                    ("c", 1, "withdrawn"),
                    ("d", 2, "pending"),
                )
            )
        ),
        about={"period_start": "2021-01-01", "period_end": "2021-12-31", "category": "declined"},
        expect={"numerator": 12, "denominator": 20, "value": 0.6},
    ),
)
