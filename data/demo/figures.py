"""What bodies state about themselves each year, and how many people live in a place."""

from datetime import date

import numpy as np
import pyarrow as pa

from data.demo.dice import Dice, day_number
from data.demo.reference import KINDS
from data.demo.rows import table
from data.demo.truths import AS_OF, CURRENCY, START, Place, Truths

YEARS = np.arange(START.year, AS_OF.year + 1)
STAFF = {"POLICE": 900, "COURT": 500, "SUPPORT": 300, "LABOUR": 400, "BORDER": 700}
"""Staff in a place that had all cases; three at least."""

BUDGETS = {"SUPPORT": 40e6, "OVERSIGHT": 4e6}


def figures_table(place: Place, truths: Truths, dice: Dice) -> pa.Table:
    """Every figure of every year; a court that stopped reporting states nothing afterwards."""
    own = dice.apart("agency_figures")
    means, share, years = truths.means, place.share_of_cases, len(YEARS)
    figures: list[tuple[str, str, np.ndarray]] = []

    def pair(suffix: str, whole: str, part: str, size: float, chance: float) -> None:
        number = np.maximum(3, own.random.poisson(size, years))
        figures.append((suffix, whole, number))
        figures.append((suffix, part, own.random.binomial(number, chance)))

    for suffix, all_places in STAFF.items():
        kind = KINDS[suffix][0]
        staff = np.maximum(3, np.rint(all_places * share * 1.02 ** np.arange(years)))
        figures.append((suffix, "staff", staff))
        pair(suffix, "staff_to_train", "staff_trained", all_places * share / 2, means.trained[kind])
    for suffix, all_places in BUDGETS.items():
        allocated = np.round(all_places * share * np.exp(own.random.normal(0, 0.1, years)), -3)
        spent = allocated * np.clip(own.random.normal(means.budget_spent, 0.05, years), 0, 1)
        figures += [(suffix, "budget_allocated", allocated), (suffix, "budget_spent", spent)]
    figures.append(("POLICE", "assistance_days", own.random.poisson(12, years)))
    pair("LABOUR", "inspections", "inspections_screened", 24_000 * share, means.inspections_screened)  # fmt: skip
    pair("LABOUR", "recruiters_licensed", "recruiters_inspected", 1_500 * share, means.recruiters_inspected)  # fmt: skip
    pair("BORDER", "carriers_breaching", "carriers_sanctioned", 400 * share, means.carriers_sanctioned)  # fmt: skip
    return _rows(place.code, truths, figures)


def _rows(place: str, truths: Truths, figures: list) -> pa.Table:
    suffix, measure = (np.repeat([one[part] for one in figures], len(YEARS)) for part in (0, 1))
    year = np.tile(YEARS, len(figures))
    agency = np.char.add(f"{place}-", suffix)
    stated = (agency != truths.stopped.agency_id) | (year <= truths.stopped.last_day.year)
    is_money = np.char.startswith(measure, "budget")[stated]
    return table(
        "agency_figures",
        jurisdiction=place,
        agency_id=agency[stated].astype(object),
        **_period(year[stated]),
        measure=measure[stated].astype(object),
        value=np.concatenate([value for _, _, value in figures])[stated].astype(float),
        currency=np.where(is_money, CURRENCY, None),
    )


def residents_table(place: Place, truths: Truths) -> pa.Table:
    """Residents of every year."""
    rules = truths.residents
    first = rules.millions[place.code] * 1e6
    return table(
        "residents",
        jurisdiction=place.code,
        **_period(YEARS),
        residents=np.rint(first * (1 + rules.growth) ** (YEARS - START.year)).astype(int),
        source="demo_estimates",
    )


def _period(years: np.ndarray) -> dict[str, np.ndarray]:
    return {
        "period_start": np.array([day_number(date(year, 1, 1)) for year in years]),
        "period_end": np.array([day_number(date(year, 12, 31)) for year in years]),
    }
