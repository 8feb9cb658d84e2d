"""Research tables of the made-up release: a few classes of people who look alike, in the real columns."""

from itertools import product

import pandas as pd

from disclosure.research import (
    NOTES,
    NOTES_COLUMNS,
    UTILITY,
    UTILITY_TABLE_COLUMNS,
    research_columns,
)
from disclosure.research.base import NOT_TOLD, PERIOD, PLACE
from release.research_bases import declared_bases

PLACES = ("XAA", "XAB")
PERIODS = ("2021-2022", "2023-2025")
ALIKE = 10
"""People of each class and outcome."""

NOTES_TOLD = (
    ("research_victims", "XAA", "alone", "It is large enough to stand by itself."),
    ("research_victims", "XAC", "pooled", "It is told with other small places."),
    ("research_defendants", "all", "left_out", "Too many records would be dropped."),
)
UTILITY_TOLD = (
    ("research_victims", "default", "records kept, share", 0.99),
    ("research_victims", "default", "records dropped at most", 10.0),
)


def made_up_research() -> dict[str, pd.DataFrame]:
    """Every research table with its notes and utility; that of defendants is left out, as a note says."""
    tables = {
        NOTES: pd.DataFrame(NOTES_TOLD, columns=list(NOTES_COLUMNS)),
        UTILITY: pd.DataFrame(UTILITY_TOLD, columns=list(UTILITY_TABLE_COLUMNS)),
    }
    for base, _ in declared_bases().values():
        for outcome in base.outcomes:
            columns = list(research_columns(base, outcome))
            rows = [] if outcome.table == "research_defendants" else _people(base, outcome)
            tables[outcome.table] = pd.DataFrame(rows, columns=columns, dtype=object)
    return tables


def _people(base, outcome) -> list[dict]:
    """Women and men, in each place and period, whose citizenship is not told."""
    return [
        {PLACE: place, PERIOD: period, "exploitation_form": "sexual_exploitation", "sex": sex}
        | {"age_group": "adult", "citizenship_group": NOT_TOLD, outcome.name: code}
        for place, period, sex, code in product(PLACES, PERIODS, ("female", "male"), outcome.codes)
        for _ in range(ALIKE)
    ]
