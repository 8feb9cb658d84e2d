"""Survivors: who they are, how they came to notice, what became of their case."""

from dataclasses import dataclass

import numpy as np

from data.demo.court import Court
from data.demo.dice import NEVER, Dice, after
from data.demo.files import FORMS, Files
from data.demo.truths import Truths

VICTIMS = {0: 0.06, 1: 0.52, 2: 0.22, 3: 0.1, 4: 0.05, 6: 0.03, 10: 0.02}
WITHOUT_CASE = 0.2
"""Persons known to support services only, as a share of those with a case."""


@dataclass(frozen=True)
class People:
    """Survivors as parallel arrays. `case` is a position, or -1 for persons without a case.

    `convicted` is the day of the first conviction for trafficking in the case, `ended` the day on
    which nothing in the case is open any more.
    """

    case: np.ndarray
    form: np.ndarray
    citizenship: np.ndarray
    sex: np.ndarray
    age_band: np.ndarray
    referred: np.ndarray
    identified: np.ndarray
    refused: np.ndarray
    withdrew: np.ndarray
    convicted: np.ndarray
    ended: np.ndarray


def draw_people(truths: Truths, files: Files, court: Court, dice: Dice) -> People:
    """The survivors of one place."""
    cases = len(files.opened)
    number = dice.pick(VICTIMS, cases).astype(int)
    with_case = np.repeat(np.arange(cases), number)
    alone = round(len(with_case) * WITHOUT_CASE)
    case = np.r_[with_case, np.full(alone, -1)]
    size = len(case)
    opened = np.r_[files.opened[with_case], files.opened[dice.random.integers(0, cases, alone)]]
    form = np.where(case >= 0, files.form[case], dice.pick(FORMS, size))
    referred = after(opened, dice.days(8, 1.0, size))
    decided = after(referred, dice.days(60, 0.9, size))
    is_identified = dice.chance(truths.referral.identified, size)
    convicted, ended = _ends(files, court)
    dropped = (case >= 0) & dice.chance(0.12, size)
    return People(
        case=case,
        form=form,
        citizenship=dice.pick(
            {"own": 0.34, "regional": 0.16, "other": 0.46, "stateless": 0.01, "unknown": 0.03}, size
        ),
        sex=_sex(form, dice),
        age_band=dice.pick(
            {
                "0-8": 0.02,
                "9-17": 0.2,
                "18-20": 0.13,
                "21-23": 0.14,
                "24-26": 0.12,
                "27-29": 0.1,
                "30-38": 0.16,
                "39-47": 0.07,
                "48+": 0.03,
                "unknown": 0.03,
            },
            size,
        ),
        referred=referred,
        identified=np.where(is_identified, decided, NEVER),
        refused=np.where(is_identified, NEVER, decided),
        withdrew=after(np.where(is_identified, decided, NEVER), dice.days(150, 0.8, size), dropped),
        convicted=np.where(case >= 0, convicted[case], NEVER),
        ended=np.where(case >= 0, ended[case], NEVER),
    )


def _sex(form: np.ndarray, dice: Dice) -> np.ndarray:
    size = len(form)
    mostly_women = dice.pick(
        {"female": 0.88, "male": 0.08, "transgender_female": 0.02, "unknown": 0.02}, size
    )
    mixed = dice.pick(
        {"female": 0.42, "male": 0.55, "non_conforming": 0.005, "unknown": 0.025}, size
    )
    return np.where(
        np.isin(form, ("sexual_exploitation", "forced_marriage", "domestic_servitude")),
        mostly_women,
        mixed,
    )


def _ends(files: Files, court: Court) -> tuple[np.ndarray, np.ndarray]:
    """Per case: day of the first conviction for trafficking, and day on which all is ended."""
    cases = len(files.opened)
    convicted = np.full(cases, NEVER, dtype=np.int32)
    guilty = court.outcome == "convicted_trafficking"
    np.minimum.at(convicted, files.case[court.suspect[guilty]], court.disposed[guilty])
    # A suspect whose charge comes after the data date has no proceeding yet, so never ends here.
    person = files.closed.copy()
    person[court.suspect] = court.disposed
    last = np.zeros(cases, dtype=np.int32)
    np.maximum.at(last, files.case, person)
    return convicted, np.where(last > 0, last, files.no_suspect_closed)
