"""What is decided against survivors and looked at again: refusals reconsidered, penalties, returns."""

import numpy as np
import pyarrow as pa

from data.demo.dice import NEVER, Dice, after, day_number
from data.demo.files import is_foreign
from data.demo.log import EventLog
from data.demo.people import People
from data.demo.rows import identifiers, table
from data.demo.support import victim_ids
from data.demo.truths import START, Truths

ACCUSED_OF = {
    "immigration": 0.3,
    "documents": 0.2,
    "theft": 0.14,
    "drugs": 0.14,
    "work": 0.08,
    "sex_work": 0.06,
    "begging": 0.04,
    "unknown": 0.04,
}


def reconsideration_tables(
    place: str, truths: Truths, people: People, cut: int, dice: Dice
) -> dict[str, pa.Table]:
    """Requests of the refused, and the identification that follows where the refusal is reversed."""
    own = dice.apart("reconsiderations")
    rules = truths.reconsideration
    everybody = len(people.case)
    requested = after(
        people.refused, own.days(30, 0.6, everybody), own.chance(rules.asked, everybody)
    )
    victim = np.flatnonzero(requested <= cut)
    size = len(victim)
    decided = after(requested[victim], own.days(120, 0.6, size))
    is_decided = decided <= cut
    outcome = np.where(is_decided, own.pick(rules.outcomes, size), "pending").astype(object)
    victims = victim_ids(place, victim)
    log = EventLog(place, f"{place}-ER", cut)
    reversed_on = np.where(outcome == "reversed", decided, NEVER)
    log.add("victim", victims, "identified", reversed_on, f"{place}-SUPPORT", instance="second")
    events = {"events": log.table()} if log.batches else {}
    return events | {
        "reconsiderations": table(
            "reconsiderations",
            jurisdiction=place,
            reconsideration_id=identifiers(f"{place}-RC", np.arange(size)),
            victim_id=victims,
            requested_on=requested[victim],
            decided_on=np.where(is_decided, decided, NEVER),
            outcome=outcome,
        )
    }


def penalties_table(place: str, truths: Truths, people: People, cut: int, dice: Dice) -> pa.Table:
    """Steps against survivors up to the data date: all are charged, some punished, some cleared."""
    own = dice.apart("victim_penalties")
    rules = truths.penalties
    is_made_to = people.form == "forced_criminality"
    share = np.where(is_made_to, rules.forced_criminality, rules.otherwise)
    victim = np.flatnonzero((people.referred <= cut) & own.chance(share, len(people.case)))
    size = len(victim)
    # Most are charged before anybody sees a victim in them.
    day = people.referred[victim] + own.days_between(-150, 60, size)
    charged = np.maximum(day, day_number(START)).astype(np.int32)
    penalised = after(charged, own.days(120, 0.5, size), own.chance(rules.penalised, size))
    cleared = np.where(penalised == NEVER, charged, penalised)
    quashed = after(cleared, own.days(200, 0.5, size), own.chance(rules.quashed, size))
    kind = own.pick(ACCUSED_OF, size)
    steps = {"charged": charged, "penalised": penalised, "quashed": quashed}
    return pa.concat_tables(
        [
            table(
                "victim_penalties",
                jurisdiction=place,
                penalty_id=identifiers(f"{place}-Y{step[0].upper()}", np.flatnonzero(day <= cut)),
                victim_id=victim_ids(place, victim[day <= cut]),
                occurred_on=day[day <= cut],
                offence_kind=kind[day <= cut],
                step=step,
            )
            for step, day in steps.items()
        ]
    )


def returns_table(place: str, truths: Truths, people: People, cut: int, dice: Dice) -> pa.Table:
    """Returns up to the data date. Without the country: no real one belongs into an invented story."""
    own = dice.apart("returns")
    rules = truths.returns
    goes = is_foreign(people.citizenship) & own.chance(rules.returned, len(people.case))
    returned = after(people.referred, own.days(260, 0.7, len(goes)), goes)
    victim = np.flatnonzero(returned <= cut)
    size = len(victim)
    assessed = np.maximum(returned[victim] - own.days_between(3, 45, size), people.referred[victim])
    return table(
        "returns",
        jurisdiction=place,
        return_id=identifiers(f"{place}-RT", np.arange(size)),
        victim_id=victim_ids(place, victim),
        returned_on=returned[victim],
        is_voluntary=own.chance(rules.voluntary, size),
        assessed_on=np.where(own.chance(rules.assessed, size), assessed, NEVER),
    )
