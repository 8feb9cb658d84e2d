"""What becomes of the charged: first disposition, charges, appeals."""

from dataclasses import dataclass, fields

import numpy as np
from scipy.special import ndtr

from data.demo.dice import Dice, after, day_number, whole_days
from data.demo.files import Files
from data.demo.truths import Place, Truths

OTHER_ENDS = {
    "convicted_other": 0.20,
    "acquitted": 0.34,
    "dismissed": 0.12,
    "discontinued": 0.24,
    "transferred": 0.03,
    "absconded": 0.04,
    "died": 0.03,
}
"""How proceedings that do not end in a conviction for trafficking end."""

TRAFFICKING_OFFENCE = {
    "sexual_exploitation": "02041",
    "forced_labour": "02042",
    "organ_removal": "02043",
}
LESSER_OFFENCES = {"02": 0.4, "03": 0.2, "05": 0.15, "08": 0.15, "11": 0.1}
ONLY_LESSER = 0.06
"""Share of proceedings in which no trafficking charge is brought."""


CHARGE_COLUMNS = ("proceeding", "offence", "is_primary", "counts", "charge_outcome")
"""The arrays of `Court` that have one element a charge, not one a proceeding."""


@dataclass(frozen=True)
class Court:
    """Proceedings and charges as parallel arrays; `suspect` and `proceeding` are positions."""

    suspect: np.ndarray
    charged: np.ndarray
    disposed: np.ndarray
    outcome: np.ndarray
    sentenced: np.ndarray
    appealed: np.ndarray
    appeal_disposed: np.ndarray
    appeal_outcome: np.ndarray
    proceeding: np.ndarray
    offence: np.ndarray
    is_primary: np.ndarray
    counts: np.ndarray
    charge_outcome: np.ndarray


def draw_court(place: Place, truths: Truths, files: Files, cut: int, dice: Dice) -> Court:
    """The court of one place, for suspects charged by `cut`."""
    suspect = np.flatnonzero(files.charged <= cut)
    charged = files.charged[suspect]
    case = files.case[suspect]
    size = len(suspect)
    normal = dice.alike(case, len(files.opened), truths.alike_within_case)
    days = whole_days(_median_days(place, truths, charged), truths.spread_of_days, normal)
    disposed = after(charged, days)

    only_lesser = dice.chance(ONLY_LESSER, size)
    outcome = _outcomes(place, truths, case, len(files.opened), only_lesser, dice)
    convicted = np.isin(outcome, ("convicted_trafficking", "convicted_other"))
    appealed = after(disposed, dice.days(25, 0.4, size), convicted & dice.chance(0.2, size))
    upheld = dice.pick({"same": 0.7, "acquitted": 0.2, "convicted_other": 0.1}, size)

    lesser_needed = (outcome == "convicted_other") & ~only_lesser
    number = np.maximum(dice.pick({1: 0.62, 2: 0.27, 3: 0.11}, size).astype(int), 1 + lesser_needed)
    proceeding = np.repeat(np.arange(size), number)
    place_in_row = np.arange(len(proceeding)) - np.repeat(np.cumsum(number) - number, number)
    offence = _offences(files.form[case], only_lesser, proceeding, place_in_row, dice)
    return Court(
        suspect=suspect,
        charged=charged,
        disposed=disposed,
        outcome=outcome,
        sentenced=after(disposed, dice.days_between(0, 30, size), convicted),
        appealed=appealed,
        appeal_disposed=after(appealed, dice.days(240, 0.6, size)),
        appeal_outcome=np.where(upheld == "same", outcome, upheld),
        proceeding=proceeding,
        offence=offence,
        is_primary=place_in_row == 0,
        counts=dice.random.geometric(0.7, len(proceeding)),
        charge_outcome=_charge_outcomes(outcome[proceeding], offence, place_in_row, dice),
    )


def _median_days(place: Place, truths: Truths, charged: np.ndarray):
    reform = truths.reform
    if place.code != reform.jurisdiction:
        return place.median_days
    is_new = charged >= day_number(reform.starts_on)
    return np.where(is_new, reform.median_after, reform.median_before)


def _outcomes(place: Place, truths: Truths, case, cases: int, only_lesser, dice: Dice):
    # Co-defendants share evidence: one uniform draw each, correlated within the case.
    draw = ndtr(dice.alike(case, cases, truths.alike_within_case))
    names = np.array(["convicted_trafficking", *OTHER_ENDS], dtype=object)
    rest = np.array(list(OTHER_ENDS.values()))
    shares = np.r_[place.conviction_share, (1 - place.conviction_share) * rest / rest.sum()]
    position = np.searchsorted(np.cumsum(shares), draw, side="right")
    outcome = names[np.minimum(position, len(names) - 1)]
    return np.where(only_lesser & (outcome == "convicted_trafficking"), "convicted_other", outcome)


def _offences(form, only_lesser, proceeding, place_in_row, dice: Dice) -> np.ndarray:
    trafficking = np.array([TRAFFICKING_OFFENCE.get(one, "02044") for one in form], dtype=object)
    lesser = dice.pick(LESSER_OFFENCES, len(proceeding))
    # The second charge is always a lesser one, so that a conviction for it alone is possible.
    repeats = (place_in_row == 0) | ((place_in_row > 1) & dice.chance(0.5, len(proceeding)))
    is_trafficking = repeats & ~only_lesser[proceeding]
    return np.where(is_trafficking, trafficking[proceeding], lesser)


def _charge_outcomes(outcome, offence, place_in_row, dice: Dice) -> np.ndarray:
    """Charge outcomes that add up to the person's outcome."""
    is_trafficking = np.char.startswith(offence.astype(str), "0204")
    side = dice.pick({"convicted": 0.6, "dismissed": 0.25, "acquitted": 0.15}, len(offence))
    lost = dice.pick({"acquitted": 0.6, "dismissed": 0.4}, len(offence))
    for_trafficking = np.where(place_in_row == 0, "convicted", side)
    first_lesser = np.where(place_in_row <= 1, "convicted", side)
    for_other = np.where(is_trafficking, lost, first_lesser)
    result = np.where(outcome == "convicted_trafficking", for_trafficking, outcome)
    return np.where(outcome == "convicted_other", for_other, result).astype(object)


def court_until(court: Court, cut: int) -> Court:
    """The same court as known on an earlier day: proceedings charged by then, and their charges."""
    kept = court.charged <= cut
    position = np.cumsum(kept) - 1
    charges = kept[court.proceeding]
    columns = {}
    for column in fields(Court):
        values = getattr(court, column.name)
        columns[column.name] = values[charges if column.name in CHARGE_COLUMNS else kept]
    return Court(**(columns | {"proceeding": position[court.proceeding[charges]]}))
