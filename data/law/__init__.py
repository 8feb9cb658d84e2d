"""What is known of the law of places: who is bound by what, statutes, judgments, plans. Curated, never submitted.

TOML files, found by walking: `parties/` one an instrument, `statutes/` one a place, `judgments/` and
`plans/` as many as one likes, and `elements.toml`, which says what duty each element of a statute
shows. Titles of laws and courts stand here and nowhere else, so that no agency has to type them.

A judgment is named by its court and its number, never by its parties: most are survivors, and
nobody may become easier to find through this project. The reader refuses what looks like a name.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from data.law.columns import (
    JUDGMENT_COLUMNS,
    PARTICIPATION_COLUMNS,
    PLAN_COLUMNS,
    STATUTE_COLUMNS,
)
from data.law.elements import read_elements
from data.law.judgments import read_judgments
from data.law.parties import read_parties, read_territories
from data.law.plans import read_plans
from data.law.problems import LawError, Problems
from data.law.statutes import LIFE_YEARS, read_statutes

__all__ = [
    "JUDGMENT_COLUMNS",
    "LIFE_YEARS",
    "PARTICIPATION_COLUMNS",
    "PLAN_COLUMNS",
    "STATUTE_COLUMNS",
    "Law",
    "LawError",
    "law",
    "territories",
]

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Law:
    """The curated law of every place.

    `parties` has a row for each place, instrument and event, `statutes` one for each statute and
    element, `judgments` and `plans` one each; columns as in `data.law.columns`, days as
    `datetime.date`, what is not stated as None (in the column `number` as NaN), several ids one a line.
    `elements`: element of a statute -> `question`, `obligations` (tuple of ids it shows, aspect
    law), `from_on` (first day on which it is asked of anybody, or None: since ever).
    """

    parties: pd.DataFrame
    statutes: pd.DataFrame
    judgments: pd.DataFrame
    plans: pd.DataFrame
    elements: dict[str, dict]


def law(folder: Path = FOLDER) -> Law:
    """Reads and checks every file. Raises LawError with everything that is wrong, each with file and entry."""
    problems = Problems()
    found = Law(
        parties=_frame(read_parties(folder, problems), PARTICIPATION_COLUMNS),
        statutes=_frame(read_statutes(folder, problems), STATUTE_COLUMNS).astype({"number": float}),
        judgments=_frame(read_judgments(folder, problems), JUDGMENT_COLUMNS),
        plans=_frame(read_plans(folder, problems), PLAN_COLUMNS),
        elements=read_elements(folder, problems),
    )
    problems.check_none()
    return found


@cache
def territories() -> frozenset[str]:
    """Entries of the code list `country` that are no States of their own. Raises LawError like `law`."""
    problems = Problems()
    found = read_territories(FOLDER, problems)
    problems.check_none()
    return frozenset(found)


def _frame(rows: list[dict], columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns), dtype=object)
