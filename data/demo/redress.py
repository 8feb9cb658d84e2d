"""Compensation: claims, awards and payments, three facts of one claim."""

import numpy as np
import pyarrow as pa

from data.demo.dice import NEVER, Dice, after
from data.demo.people import People
from data.demo.rows import identifiers, table
from data.demo.support import case_column, victim_ids
from data.demo.truths import CURRENCY, Place

CLAIMED_IN_COURT = 0.45
CLAIMED_FROM_FUND = 0.06
"""Share of survivors who claim: in the criminal case where it ends in a conviction, and from a State fund."""


def compensation_table(
    place: Place, people: People, is_linked: bool, cut: int, dice: Dice
) -> pa.Table:
    """Every fact up to the data date; `case_id` only where pseudonyms are linked."""
    size = len(people.case)
    in_court = (people.convicted != NEVER) & dice.chance(CLAIMED_IN_COURT, size)
    from_fund = ~in_court & (people.identified != NEVER) & dice.chance(CLAIMED_FROM_FUND, size)
    victim = np.flatnonzero(in_court | from_fund)
    court = in_court[victim]
    size = len(victim)
    identified = np.minimum(people.identified[victim], people.referred[victim] + 60)
    claimed = np.where(
        court,
        np.maximum(people.convicted[victim] - dice.days(120, 0.5, size), identified),
        after(identified, dice.days(240, 0.6, size)),
    ).astype(np.int32)
    decided = np.where(
        court,
        np.maximum(people.convicted[victim], claimed + 1),
        after(claimed, dice.days(200, 0.5, size)),
    ).astype(np.int32)
    is_awarded = dice.chance(place.award_share, size)
    awarded = np.where(is_awarded, decided, NEVER)
    paid = after(awarded, dice.days(260, 0.7, size), dice.chance(place.paid_share, size))
    sought = np.exp(9.2 + 0.8 * dice.random.standard_normal(size))
    granted = sought * dice.random.beta(4, 3, size)
    received = granted * np.where(dice.chance(0.4, size), dice.random.beta(2, 4, size), 1.0)
    facts = {
        "claimed": (claimed, sought),
        "awarded": (awarded, granted),
        "refused": (np.where(is_awarded, NEVER, decided), np.full(size, np.nan)),
        "paid": (paid, received),
    }
    return pa.concat_tables(
        [
            _fact(place.code, fact, people, victim, court, is_linked, day, amount, cut)
            for fact, (day, amount) in facts.items()
        ]
    )


def _fact(place, fact, people, victim, court, is_linked, day, amount, cut) -> pa.Table:
    seen = np.flatnonzero(day <= cut)
    chosen = victim[seen]
    return table(
        "compensation",
        jurisdiction=place,
        compensation_id=identifiers(f"{place}-K{fact[0].upper()}", seen),
        claim_id=identifiers(f"{place}-K", seen),
        victim_id=victim_ids(place, chosen),
        route=np.where(court[seen], "criminal_court", "state_fund").astype(object),
        fact=fact,
        occurred_on=day[seen],
        amount=amount[seen],
        currency=np.where(np.isnan(amount[seen]), None, CURRENCY),
        **case_column(place, people, chosen, is_linked),
    )
