"""After exit: visits, loss from follow-up, new episodes.

A person is watched from visit to visit. What happens after the last visit at which they were reached
is not known, so it is not recorded: loss and recurrence stay independent within a group.
"""

import numpy as np
import pyarrow as pa

from data.demo.dice import NEVER, Dice, after
from data.demo.files import is_foreign
from data.demo.log import EventLog
from data.demo.people import People
from data.demo.rows import identifiers, table
from data.demo.support import victim_ids
from data.demo.truths import Truths

YEAR = 365.25


def recurrence_tables(
    place: str, truths: Truths, people: People, cut: int, dice: Dice
) -> dict[str, pa.Table]:
    """Exits, follow-up visits and new episodes up to the data date."""
    rates = truths.recurrence
    exited = after(people.identified, dice.random.integers(0, 20, len(people.case)))
    victim = np.flatnonzero((exited <= cut) & dice.chance(0.6, len(people.case)))
    exited = exited[victim]
    size = len(victim)
    foreign = is_foreign(people.citizenship[victim])
    episode = _wait(np.where(foreign, rates.foreign_episode, rates.own_episode), size, dice)
    lost = _wait(np.where(foreign, rates.foreign_loss, rates.own_loss), size, dice)
    death = _wait(np.full(size, rates.death), size, dice)
    has_died = death < lost
    lost = np.minimum(lost, death)

    visit = np.arange(1, rates.visits + 1) * rates.visit_every_days
    day = exited[:, None] + visit[None, :]
    is_due = day <= cut
    is_reached = is_due & (visit[None, :] < lost[:, None])
    # The visit that finds a new episode is the last; so is the first at which a person is not found.
    before_episode = (visit - rates.visit_every_days)[None, :] < episode[:, None]
    before_loss = (visit - rates.visit_every_days)[None, :] < lost[:, None]
    is_made = is_due & before_episode & before_loss
    is_reached &= is_made
    last_reached = np.where(is_reached, visit[None, :], 0).max(axis=1)
    is_recorded = episode <= last_reached
    row, column = np.nonzero(is_made)
    reached = is_reached[row, column]
    reasons = dice.pick(
        {
            "moved": 0.35,
            "returned_home": 0.2,
            "declined": 0.2,
            "programme_ended": 0.1,
            "unknown": 0.15,
        },
        len(row),
    )
    reasons = np.where(has_died[row], "died", reasons)
    found = np.flatnonzero(is_recorded)
    # A death becomes known where somebody was still looking for the person.
    missed_by_death = np.zeros(size, dtype=bool)
    missed_by_death[row[~reached & has_died[row]]] = True
    log = EventLog(place, f"{place}-EX", cut)
    log.add(
        "victim",
        victim_ids(place, victim),
        "died",
        np.where(missed_by_death, exited + death, NEVER),
        f"{place}-SUPPORT",
    )
    events = {"events": log.table()} if log.batches else {}
    return events | {
        "exits": table(
            "exits",
            jurisdiction=place,
            exit_id=identifiers(f"{place}-X", np.arange(size)),
            victim_id=victim_ids(place, victim),
            exited_on=exited,
            how=dice.pick(
                {
                    "police_operation": 0.4,
                    "own_escape": 0.2,
                    "support_service": 0.16,
                    "inspection": 0.1,
                    "released": 0.06,
                    "unknown": 0.08,
                },
                size,
            ),
        ),
        "followups": table(
            "followups",
            jurisdiction=place,
            followup_id=identifiers(f"{place}-F", np.arange(len(row))),
            victim_id=victim_ids(place, victim[row]),
            contact_on=day[row, column],
            reached=reached,
            reason_lost=np.where(reached, None, reasons),
        ),
        "retrafficking": table(
            "retrafficking",
            jurisdiction=place,
            episode_id=identifiers(f"{place}-T", np.arange(len(found))),
            victim_id=victim_ids(place, victim[found]),
            onset_on=exited[found] + episode[found],
            tier=dice.pick({"confirmed": 0.7, "probable": 0.3}, len(found)),
            linkage_basis=dice.pick(
                {"pseudonym": 0.5, "statement": 0.3, "caseworker": 0.2}, len(found)
            ),
        ),
    }


def _wait(yearly_rate: np.ndarray, size: int, dice: Dice) -> np.ndarray:
    """Exponential waiting times in whole days, at least one."""
    years = dice.random.exponential(1.0, size) / yearly_rate
    return np.maximum(np.minimum(years * YEAR, 20_000), 1).astype(np.int32)
