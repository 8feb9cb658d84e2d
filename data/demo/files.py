"""Police files and the people suspected in them, up to the decision whether to charge."""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from data.demo.dice import NEVER, Dice, after, day_number
from data.demo.truths import AS_OF, START, Place, Truths

FORMS = {
    "sexual_exploitation": 0.42,
    "forced_labour": 0.34,
    "forced_criminality": 0.09,
    "domestic_servitude": 0.06,
    "forced_begging": 0.04,
    "forced_marriage": 0.03,
    "organ_removal": 0.005,
    "unknown": 0.015,
}
SUSPECTS = {0: 0.10, 1: 0.58, 2: 0.21, 3: 0.08, 4: 0.03}
YEARS = np.array([1.0, 1.05, 1.1, 1.15, 0.85, 0.95, 1.15, 1.25, 1.3, 1.35])
"""Weight of each year in new cases; fewer are opened in the fifth."""

REASONS = {
    "evidence": 0.38,
    "victim_withdrew": 0.35,
    "not_in_public_interest": 0.08,
    "administrative": 0.08,
    "transferred_abroad": 0.04,
    "died": 0.01,
    "other_offence": 0.04,
    "unknown": 0.02,
}


@dataclass(frozen=True)
class Files:
    """Cases and suspects as parallel arrays; a suspect's `case` is the position of the case.

    Days are day numbers and run beyond the data date: what has not happened by then is cut off
    when the tables are written.
    """

    opened: np.ndarray
    form: np.ndarray
    is_cross_border: np.ndarray
    case: np.ndarray
    citizenship: np.ndarray
    suspected: np.ndarray
    arrested: np.ndarray
    referred: np.ndarray
    charged: np.ndarray
    closed: np.ndarray
    reason: np.ndarray
    no_suspect_closed: np.ndarray


def is_foreign(citizenship: np.ndarray) -> np.ndarray:
    """True for citizens of other places and the stateless; unknown is not foreign."""
    return np.isin(citizenship, ("regional", "other", "stateless"))


def draw_files(place: Place, truths: Truths, cases: int, dice: Dice) -> Files:
    """The files of one place."""
    opened = _opening_days(cases, dice)
    form = dice.pick(FORMS, cases)
    suspects = dice.pick(SUSPECTS, cases).astype(int)
    case = np.repeat(np.arange(cases), suspects)
    size = len(case)
    citizenship = _citizenship(place, truths, form[case], dice)
    suspected = after(opened[case], dice.days(25, 1.0, size))
    arrested = after(suspected, dice.days(12, 1.0, size), dice.chance(0.6, size))
    referred = after(suspected, dice.days(130, 0.8, size))
    charge_share = _charge_shares(place, truths, form[case], is_foreign(citizenship))
    # Suspects of one case are decided on together, more or less; the share itself stays exact.
    latent = dice.alike(case, cases, truths.alike_within_case)
    is_charged = latent < ndtri(charge_share)
    return Files(
        opened=opened,
        form=form,
        is_cross_border=dice.chance(0.4, cases),
        case=case,
        citizenship=citizenship,
        suspected=suspected,
        arrested=arrested,
        referred=referred,
        charged=after(referred, dice.days(60, 0.7, size), is_charged),
        closed=after(referred, dice.days(80, 0.8, size), ~is_charged),
        reason=dice.pick(REASONS | {"victim_withdrew": truths.victim_withdrew_share}, size),
        no_suspect_closed=np.where(suspects == 0, after(opened, dice.days(200, 0.8, cases)), NEVER),
    )


def _opening_days(cases: int, dice: Dice) -> np.ndarray:
    first = day_number(START)
    length = day_number(AS_OF) + 1 - first
    edges = np.linspace(0, length, len(YEARS) + 1)
    year = dice.pick({str(i): w for i, w in enumerate(YEARS)}, cases).astype(int)
    part = dice.random.random(cases)
    days = first + edges[year] + part * (edges[year + 1] - edges[year])
    return np.sort(days.astype(np.int32))


def _citizenship(place: Place, truths: Truths, form: np.ndarray, dice: Dice) -> np.ndarray:
    size = len(form)
    drawn = dice.pick(
        {"own": 0.60, "regional": 0.16, "other": 0.21, "stateless": 0.01, "unknown": 0.02}, size
    )
    if place.code != truths.false_disparity.jurisdiction:
        return drawn
    shares = truths.false_disparity.foreign_share
    foreign = dice.chance(by_form(shares, form), size)
    abroad = dice.pick({"regional": 0.4, "other": 0.6}, size)
    return np.where(drawn == "unknown", drawn, np.where(foreign, abroad, "own"))


def _charge_shares(place: Place, truths: Truths, form, foreign) -> np.ndarray:
    if place.code == truths.true_disparity.jurisdiction:
        gap = truths.true_disparity
        return np.where(foreign, gap.charge_share_foreign, gap.charge_share_own)
    if place.code == truths.false_disparity.jurisdiction:
        return by_form(truths.false_disparity.charge_share, form)
    return np.full(len(form), place.charge_share)


def by_form(shares: dict[str, float], form: np.ndarray) -> np.ndarray:
    """The share of each row's form of exploitation; forms that are not named take `other`."""
    result = np.full(len(form), shares["other"])
    for name, share in shares.items():
        result[form == name] = share
    return result
