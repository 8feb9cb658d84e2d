"""Survey waves: whom they considered, who answered, what they said. Nothing links a row to a person."""

from datetime import date

import numpy as np
import pyarrow as pa
from scipy.special import ndtri

from data.demo.dice import Dice, day_number
from data.demo.people import People
from data.demo.rows import identifiers, table
from data.demo.truths import Truths

ITEMS = {"overall": 0.0, "support": 0.15, "court": -0.1, "information": -0.05}
"""Item -> how far the share of satisfied answers lies from that of the item `overall`."""

FURTHER = {"police": -0.06, "prosecution": -0.08, "voice": -0.04, "respect": 0.06, "safety": 0.02}
"""Further items, likewise. Answers of one person to these resemble each other by `ALIKE`."""

ALIKE = 0.5

CONSIDERED = 0.4
"""Share of the survivors identified in the three years before a wave who are considered for it."""

HELD_ON = (10, 1)
"""Month and day of every wave."""

STRATA = ("wave", "outcome_group", "sex", "age_band", "citizenship_group")


def survey_tables(
    place: str, truths: Truths, people: People, is_linked: bool, dice: Dice
) -> dict[str, pa.Table]:
    """Invitations and responses of all waves."""
    waves = [_considered(truths, people, is_linked, year, dice) for year in truths.survey.waves]
    strata = {name: np.concatenate([wave[name] for wave in waves]) for name in STRATA}
    size = len(strata["wave"])
    answer_share = np.array([truths.survey.answers[one] for one in strata["outcome_group"]])
    answered = dice.chance(answer_share, size)
    others = dice.pick({"not_contactable": 0.35, "no_answer": 0.5, "declined": 0.15}, size)
    invitations = table(
        "survey_invitations",
        jurisdiction=place,
        invitation_id=identifiers(f"{place}-I", np.arange(size)),
        status=np.where(answered, "answered", others),
        **strata,
    )
    # Shuffled again, so that answers do not stand in the order of invitations.
    order = dice.random.permutation(np.flatnonzero(answered))
    given = {name: values[order] for name, values in strata.items()}
    return {
        "survey_invitations": invitations,
        "survey_responses": _responses(place, truths, given, dice),
    }


def _considered(truths: Truths, people: People, is_linked: bool, year: int, dice: Dice) -> dict:
    held = day_number(date(year, *HELD_ON))
    is_recent = (people.identified <= held) & (people.identified > held - 1096)
    chosen = np.flatnonzero(is_recent & dice.chance(CONSIDERED, len(people.case)))
    # Shuffled, so that an invitation's number does not follow the order of the pseudonyms.
    chosen = dice.random.permutation(chosen)
    if is_linked:
        group = np.full(len(chosen), "pending", dtype=object)
        group[people.ended[chosen] <= held] = "not_convicted"
        group[people.convicted[chosen] <= held] = "convicted"
        group[people.case[chosen] < 0] = "no_case"
    else:
        group = np.full(len(chosen), "unknown", dtype=object)
    return {
        "wave": np.full(len(chosen), str(year), dtype=object),
        "outcome_group": group,
        "sex": people.sex[chosen],
        "age_band": people.age_band[chosen],
        "citizenship_group": people.citizenship[chosen],
    }


def _responses(place: str, truths: Truths, strata: dict, dice: Dice) -> pa.Table:
    size = len(strata["wave"])
    base = np.array([truths.survey.satisfied[one] for one in strata["outcome_group"]], dtype=float)
    mode = dice.pick(
        {"interview": 0.4, "interview_agency": 0.2, "online": 0.25, "paper": 0.15}, size
    )
    response = identifiers(f"{place}-Q", np.arange(size))
    parts = []
    own = dice.apart("further survey items")
    temper = own.random.standard_normal(size)
    for item, shift in (ITEMS | FURTHER).items():
        share = np.clip(base + shift, 0.02, 0.98)
        if item in ITEMS:
            draws, satisfied = dice, dice.chance(share, size)
        else:
            noise = own.random.standard_normal(size)
            draws = own
            satisfied = np.sqrt(ALIKE) * temper + np.sqrt(1 - ALIKE) * noise < ndtri(share)
        high = draws.pick({"5": 0.45, "4": 0.55}, size)
        low = draws.pick({"3": 0.4, "2": 0.35, "1": 0.25}, size)
        answer = draws.pick({"scored": 0.94, "dont_know": 0.04, "refused": 0.02}, size)
        score = np.where(satisfied, high, low).astype(float)
        parts.append(
            table(
                "survey_responses",
                jurisdiction=place,
                response_id=response,
                survey_mode=mode,
                item=item,
                score=pa.array(np.where(answer == "scored", score, np.nan), from_pandas=True),
                answer=answer,
                **strata,
            )
        )
    return pa.concat_tables(parts)
