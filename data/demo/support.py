"""Tables that support services send: survivors, help, protection."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.demo.dice import NEVER, Dice, after
from data.demo.files import FORMS, is_foreign
from data.demo.log import EventLog
from data.demo.people import People
from data.demo.referral import earlier_episodes, referrers
from data.demo.rows import identifiers, table
from data.demo.truths import Truths

MEANS = ("false_promises", "debt_bondage", "psychological_abuse", "takes_earnings", "withholds_documents",
         "restricts_movement", "physical_abuse", "threatens_family", "excessive_hours", "sexual_abuse")  # fmt: skip
SERVICES = {"housing": 0.26, "psychological": 0.2, "health": 0.16, "legal": 0.16, "interpretation": 0.1,
            "training": 0.05, "livelihood": 0.04, "financial": 0.03}  # fmt: skip
MEASURES = {"reflection_period": 0.42, "residence_permit": 0.16, "no_contact_order": 0.12, "recorded_testimony": 0.12,
            "closed_hearing": 0.08, "screen": 0.05, "relocation": 0.03, "guardian": 0.02}  # fmt: skip
SECTORS = {"sexual_exploitation": "S", "forced_labour": "F", "domestic_servitude": "T"}


def victim_ids(place: str, positions: np.ndarray) -> pa.Array:
    """Pseudonyms of the survivors at these positions."""
    return identifiers(f"{place}-V", positions)


def case_column(place: str, people: People, victims: np.ndarray, is_linked: bool) -> dict:
    """The column `case_id` of these survivors, empty for those without a case; no column where pseudonyms are not linked."""
    if not is_linked:
        return {}
    cases = identifiers(f"{place}-C", np.maximum(people.case[victims], 0))
    has_case = people.case[victims] >= 0
    return {"case_id": pc.if_else(pa.array(has_case), cases, pa.scalar(None, pa.string()))}


def survivor_tables(
    place: str, truths: Truths, people: People, is_linked: bool, cut: int, dice: Dice
) -> dict[str, pa.Table]:
    """Survivors known by the data date, what was done to them, and their part in cases where linked."""
    known = np.flatnonzero(people.referred <= cut)
    size = len(known)
    foreign = is_foreign(people.citizenship[known])
    abroad = dice.pick(
        {
            "irregular": 0.34,
            "labour": 0.2,
            "asylum_seeker": 0.18,
            "visitor": 0.12,
            "student": 0.04,
            "refugee": 0.04,
            "unknown": 0.08,
        },
        size,
    )
    home = np.where(people.citizenship[known] == "own", "citizen", "unknown")
    result = {
        "victims": table(
            "victims",
            jurisdiction=place,
            victim_id=victim_ids(place, known),
            sex=people.sex[known],
            age_band=people.age_band[known],
            citizenship_group=people.citizenship[known],
            migration_status=np.where(foreign, abroad, home),
            exploitation_form=people.form[known],
            recruitment=dice.pick(
                {
                    "social_network": 0.25,
                    "work": 0.2,
                    "online_advertisement": 0.2,
                    "friends": 0.15,
                    "family": 0.1,
                    "unknown": 0.1,
                },
                size,
            ),
            recruiter_relation=dice.pick(
                {
                    "other": 0.4,
                    "friend": 0.2,
                    "intimate_partner": 0.15,
                    "family": 0.1,
                    "unknown": 0.15,
                },
                size,
            ),
            referred_by=referrers(truths.referral, people.identified[known] != NEVER, dice),
            had_earlier_episode=earlier_episodes(truths.referral, size, dice),
        ),
        "victim_exploitation_forms": _forms(place, people, known, dice),
        "victim_means_of_control": _means(place, known, dice),
        "events": _events(place, people, cut, dice),
        "assistance": _assistance(place, people, cut, dice),
        "protection_measures": _protection(place, people, cut, dice),
    }
    if is_linked:
        with_case = known[people.case[known] >= 0]
        result["case_victims"] = table(
            "case_victims",
            jurisdiction=place,
            case_id=identifiers(f"{place}-C", people.case[with_case]),
            victim_id=victim_ids(place, with_case),
        )
    return result


def _forms(place: str, people: People, known: np.ndarray, dice: Dice) -> pa.Table:
    second = dice.pick(FORMS, len(known))
    has_second = (
        dice.chance(0.12, len(known)) & (second != people.form[known]) & (second != "unknown")
    )
    victim = np.r_[known, known[has_second]]
    form = np.r_[people.form[known], second[has_second]]
    sector = np.array([SECTORS.get(one, "unknown") for one in form], dtype=object)
    return table("victim_exploitation_forms", jurisdiction=place, victim_id=victim_ids(place, victim), exploitation_form=form, sector=sector)  # fmt: skip


def _means(place: str, known: np.ndarray, dice: Dice) -> pa.Table:
    # Steps around the list of means: two different steps never give the same means twice.
    first = dice.random.integers(0, len(MEANS), len(known))
    step = dice.random.integers(1, len(MEANS), len(known))
    has_second = dice.chance(0.4, len(known))
    means = np.array(MEANS, dtype=object)
    return table(
        "victim_means_of_control",
        jurisdiction=place,
        victim_id=victim_ids(place, np.r_[known, known[has_second]]),
        means_of_control=np.r_[means[first], means[((first + step) % len(MEANS))[has_second]]],
    )


def _events(place: str, people: People, cut: int, dice: Dice) -> pa.Table:
    agency = f"{place}-SUPPORT"
    log = EventLog(place, f"{place}-EV", cut)
    victims = victim_ids(place, np.arange(len(people.case)))
    log.add("victim", victims, "referred", people.referred, agency)
    log.add("victim", victims, "identified", people.identified, agency)
    log.add("victim", victims, "not_identified", people.refused, agency)
    log.add("victim", victims, "withdrew", people.withdrew, agency, reason="victim_withdrew")
    return log.table()


def _assistance(place: str, people: People, cut: int, dice: Dice) -> pa.Table:
    victim = np.flatnonzero(people.identified <= cut)
    victim = np.repeat(victim, dice.pick({0: 0.12, 1: 0.5, 2: 0.38}, len(victim)).astype(int))
    size = len(victim)
    offered = after(people.identified[victim], dice.days(14, 0.9, size))
    seen = offered <= cut
    victim, offered, size = victim[seen], offered[seen], int(seen.sum())
    accepted = dice.chance(0.82, size)
    started = after(offered, dice.days(10, 0.9, size), accepted)
    ended = after(started, dice.days(200, 0.7, size))
    return table(
        "assistance",
        jurisdiction=place,
        assistance_id=identifiers(f"{place}-N", np.arange(size)),
        victim_id=victim_ids(place, victim),
        service=dice.pick(SERVICES, size),
        offered_on=offered,
        reply=np.where(accepted, "accepted", "declined").astype(object),
        started_on=np.where(started <= cut, started, NEVER),
        ended_on=np.where(ended <= cut, ended, NEVER),
    )


def _protection(place: str, people: People, cut: int, dice: Dice) -> pa.Table:
    victim = np.flatnonzero((people.referred <= cut) & dice.chance(0.35, len(people.case)))
    size = len(victim)
    requested = after(people.referred[victim], dice.days(15, 0.8, size))
    seen = requested <= cut
    victim, requested, size = victim[seen], requested[seen], int(seen.sum())
    decided = after(requested, dice.days(25, 0.9, size), dice.chance(0.96, size))
    is_decided = decided <= cut
    decision = dice.pick({"granted": 0.74, "refused": 0.21, "withdrawn": 0.05}, size)
    return table(
        "protection_measures",
        jurisdiction=place,
        measure_id=identifiers(f"{place}-M", np.arange(size)),
        victim_id=victim_ids(place, victim),
        measure=dice.pick(MEASURES, size),
        requested_on=requested,
        decided_on=np.where(is_decided, decided, NEVER),
        decision=np.where(is_decided, decision, "pending"),
    )
