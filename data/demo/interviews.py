"""How survivors are heard: interviews by officials, and evidence given to the court."""

import numpy as np
import pyarrow as pa

from data.demo.court import Court
from data.demo.dice import NEVER, Dice, after, day_number
from data.demo.files import Files, is_foreign
from data.demo.people import People
from data.demo.rows import identifiers, table
from data.demo.support import case_column, victim_ids
from data.demo.truths import Truths
from data.demo.truths_protection import Interviews

CHILD = ("0-8", "9-17")
TRIED = ("convicted_trafficking", "convicted_other", "acquitted")
WITH_CASE = {0: 0.15, 1: 0.45, 2: 0.28, 3: 0.12}
"""Interviews of survivors whose case was opened."""

WITHOUT_CASE = {0: 0.6, 1: 0.4}
LED_BY = {
    "police": 0.62,
    "prosecution": 0.14,
    "court": 0.1,
    "immigration": 0.08,
    "labour_inspection": 0.06,
}
NOT_LIVE = {
    "screened": 0.2,
    "video_link": 0.22,
    "recorded": 0.3,
    "written": 0.12,
    "not_given": 0.16,
}
CONSENT = {"informed": 0.82, "not_informed": 0.1, "unknown": 0.08}


def interviews_table(
    place: str, truths: Truths, people: People, is_linked: bool, cut: int, dice: Dice
) -> pa.Table:
    """At most three interviews of each survivor, up to the data date."""
    own = dice.apart("interviews")
    rules = truths.interviews
    everybody = len(people.case)
    number = np.where(
        people.case >= 0, own.pick(WITH_CASE, everybody), own.pick(WITHOUT_CASE, everybody)
    ).astype(int)
    share = rules.lawyer_there if place == rules.lawyer_jurisdiction else rules.lawyer
    has_lawyer = own.chance(share, everybody)
    first = after(people.referred, own.days(12, 0.9, everybody))
    victim = np.repeat(np.arange(everybody), number)
    turn = np.arange(len(victim)) - np.repeat(np.cumsum(number) - number, number)
    held = after(first[victim], turn * own.days(80, 0.5, len(victim)))
    seen = held <= cut
    victim, turn, held, size = victim[seen], turn[seen], held[seen], int(seen.sum())
    is_child = np.isin(people.age_band[victim], CHILD)
    return table(
        "interviews",
        jurisdiction=place,
        interview_id=identifiers(f"{place}-IV", np.arange(size)),
        victim_id=victim_ids(place, victim),
        held_on=held,
        agency_kind=own.pick(LED_BY, size),
        interpretation=_interpretation(place, rules, people.citizenship[victim], held, own),
        # Some find a lawyer after the first interview.
        has_lawyer=has_lawyer[victim] | ((turn > 0) & own.chance(0.2, size)),
        is_recorded=own.chance(np.where(is_child, 0.8, 0.45), size),
        faced_defendant=own.chance(rules.faced_defendant, size),
        **case_column(place, people, victim, is_linked),
    )


def _interpretation(place: str, rules: Interviews, citizenship, held, own: Dice) -> np.ndarray:
    size = len(held)
    qualified = np.full(size, rules.qualified)
    if place == rules.register_jurisdiction:
        is_new = held >= day_number(rules.register_from)
        qualified = np.where(is_new, rules.qualified_after, rules.qualified_before)
    others = own.pick({"mediator": 0.25, "unqualified": 0.35, "missing": 0.4}, size)
    who = np.where(own.chance(qualified, size), "qualified", others)
    needed = is_foreign(citizenship) & own.chance(0.8, size)
    return np.where(
        citizenship == "unknown", "unknown", np.where(needed, who, "not_needed")
    ).astype(object)


def testimonies_table(
    place: str, truths: Truths, files: Files, court: Court, people: People, cut: int, dice: Dice
) -> pa.Table:
    """Evidence of the survivors in each case that was tried by the data date, given or not."""
    own = dice.apart("testimonies")
    rules = truths.testimony
    tried = np.full(len(files.opened), NEVER, dtype=np.int32)
    is_tried = np.isin(court.outcome, TRIED)
    np.minimum.at(tried, files.case[court.suspect[is_tried]], court.disposed[is_tried])
    trial = np.where(people.case >= 0, tried[people.case], NEVER)
    victim = np.flatnonzero((trial <= cut) & (people.referred < trial - 30))
    size = len(victim)
    given = trial[victim] - own.days_between(0, 14, size)
    is_child = np.isin(people.age_band[victim], CHILD)
    live = own.chance(np.where(is_child, rules.live_child, rules.live_adult), size)
    mode = np.where(live, "live", own.pick(NOT_LIVE, size))
    refused = people.withdrew[victim] <= given
    mode = np.where(refused, "not_given", mode).astype(object)
    assessed = own.chance(np.where(is_child, rules.assessed_child, rules.assessed_adult), size)
    before = np.maximum(given - own.days(40, 0.7, size), people.referred[victim])
    return table(
        "testimonies",
        jurisdiction=place,
        testimony_id=identifiers(f"{place}-TM", np.arange(size)),
        victim_id=victim_ids(place, victim),
        case_id=identifiers(f"{place}-C", people.case[victim]),
        given_on=np.where(mode == "not_given", NEVER, given),
        mode=mode,
        consent=np.where(refused, "refused", own.pick(CONSENT, size)),
        assessed_on=np.where(assessed, before, NEVER),
    )
