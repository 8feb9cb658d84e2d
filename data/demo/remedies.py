"""What survivors seek for themselves beside the criminal case: damages, and restorative justice where they wish it."""

import numpy as np
import pyarrow as pa

from data.demo.dice import NEVER, Dice, after
from data.demo.people import People
from data.demo.rows import identifiers, table
from data.demo.support import case_column, victim_ids
from data.demo.truths import Truths

AGAINST = {"offender": 0.55, "company": 0.28, "state": 0.12, "other": 0.03, "unknown": 0.02}
WON = {"granted": 0.4, "partly_granted": 0.25, "settled": 0.35}
LOST = {"dismissed": 0.75, "withdrawn": 0.25}
FORMS = {"mediation": 0.5, "letter": 0.28, "conference": 0.16, "other": 0.06}


def civil_claims_table(
    place: str, truths: Truths, people: People, is_linked: bool, cut: int, dice: Dice
) -> pa.Table:
    """Suits for damages filed up to the data date."""
    own = dice.apart("civil_claims")
    rules = truths.remedies
    everybody = len(people.case)
    filed = after(
        people.identified, own.days(300, 0.6, everybody), own.chance(rules.sued, everybody)
    )
    victim = np.flatnonzero(filed <= cut)
    size = len(victim)
    decided = after(filed[victim], own.days(420, 0.5, size))
    is_decided = decided <= cut
    outcome = np.where(own.chance(rules.won, size), own.pick(WON, size), own.pick(LOST, size))
    return table(
        "civil_claims",
        jurisdiction=place,
        claim_id=identifiers(f"{place}-CC", np.arange(size)),
        victim_id=victim_ids(place, victim),
        filed_on=filed[victim],
        against=own.pick(AGAINST, size),
        decided_on=np.where(is_decided, decided, NEVER),
        outcome=np.where(is_decided, outcome, "pending").astype(object),
        **case_column(place, people, victim, is_linked),
    )


def restorative_offers_table(
    place: str, truths: Truths, people: People, is_linked: bool, cut: int, dice: Dice
) -> pa.Table:
    """Offers made after a conviction, up to the data date."""
    own = dice.apart("restorative_offers")
    rules = truths.remedies
    everybody = len(people.case)
    offered = after(
        np.maximum(people.convicted, people.referred),
        own.days(70, 0.6, everybody),
        own.chance(rules.offered, everybody),
    )
    victim = np.flatnonzero(offered <= cut)
    size = len(victim)
    replied = after(offered[victim], own.days(21, 0.6, size), own.chance(0.9, size))
    has_replied = replied <= cut
    reply = np.where(own.chance(rules.accepted, size), "accepted", "declined")
    return table(
        "restorative_offers",
        jurisdiction=place,
        offer_id=identifiers(f"{place}-RO", np.arange(size)),
        victim_id=victim_ids(place, victim),
        offered_on=offered[victim],
        form=own.pick(FORMS, size),
        reply=np.where(has_replied, reply, "pending").astype(object),
        replied_on=np.where(has_replied, replied, NEVER),
        **case_column(place, people, victim, is_linked),
    )
