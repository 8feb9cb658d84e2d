"""What a court lists and orders before it decides: hearings, and custody of the accused."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.demo.court import Court
from data.demo.dice import NEVER, Dice, after
from data.demo.files import Files, is_foreign
from data.demo.rows import identifiers, table
from data.demo.truths import Truths

LISTED = {1: 0.3, 2: 0.4, 3: 0.3}
"""Hearings listed in a proceeding before the day on which it ends."""


def hearings_table(place: str, truths: Truths, court: Court, cut: int, dice: Dice) -> pa.Table:
    """Hearings listed up to the data date, spread over the length of each proceeding."""
    own = dice.apart("hearings")
    rules = truths.hearings
    number = own.pick(LISTED, len(court.suspect)).astype(int)
    proceeding = np.repeat(np.arange(len(number)), number)
    turn = np.arange(len(proceeding)) - np.repeat(np.cumsum(number) - number, number)
    part = (turn + own.random.random(len(turn))) / number[proceeding]
    length = court.disposed[proceeding] - court.charged[proceeding]
    listed = (court.charged[proceeding] + part * length).astype(np.int32)
    seen = listed <= cut
    proceeding, listed, size = proceeding[seen], listed[seen], int(seen.sum())
    adjourned = rules.adjourned_there if place == rules.jurisdiction else rules.adjourned
    rest = 1 - adjourned - rules.cancelled
    result = own.pick({"adjourned": adjourned, "cancelled": rules.cancelled, "held": rest}, size)
    return table(
        "hearings",
        jurisdiction=place,
        hearing_id=identifiers(f"{place}-HR", np.arange(size)),
        proceeding_id=identifiers(f"{place}-P", proceeding),
        listed_on=listed,
        result=result,
        cause=np.where(result == "adjourned", own.pick(rules.causes, size), None),
    )


def detentions_table(
    place: str,
    truths: Truths,
    files: Files,
    court: Court,
    is_company: np.ndarray,
    cut: int,
    dice: Dice,
) -> pa.Table:
    """Custody of arrested suspects up to the data date; companies cannot be detained."""
    own = dice.apart("detentions")
    rules = truths.detention
    size = len(files.case)
    foreign = is_foreign(files.citizenship)
    detained = own.chance(np.where(foreign, rules.foreign, rules.own), size)
    started = after(files.arrested, own.random.integers(0, 3, size), detained)
    released = after(started, own.days(rules.median_days, 0.8, size))
    over = files.closed.copy()
    over[court.suspect] = court.disposed
    proceeding = np.full(size, -1)
    proceeding[court.suspect] = np.arange(len(court.suspect))
    person = np.flatnonzero((started <= cut) & (started < over) & ~is_company)
    ended = np.minimum(released, over)[person]
    begun = identifiers(f"{place}-P", np.maximum(proceeding[person], 0))
    return table(
        "detentions",
        jurisdiction=place,
        detention_id=identifiers(f"{place}-DT", np.arange(len(person))),
        defendant_id=identifiers(f"{place}-D", person),
        proceeding_id=pc.if_else(
            pa.array(proceeding[person] >= 0), begun, pa.scalar(None, pa.string())
        ),
        started_on=started[person],
        ended_on=np.where(ended <= cut, ended, NEVER),
    )


def companies(files: Files, defendants: pa.Table, cut: int) -> np.ndarray:
    """Which suspects are companies, from the rows of `defendants` known by the data date."""
    flags = np.zeros(len(files.case), dtype=bool)
    flags[files.suspected <= cut] = defendants["is_legal_person"].to_numpy()
    return flags
