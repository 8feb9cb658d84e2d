"""Published counts within strata of case mix, looked up by the published row they belong to.

Columns of the strata: those of STRATA_TABLE_COLUMNS; horizon_days may be absent where no metric has any.
"""

import numpy as np
import pandas as pd

NEVER_HELD_FIXED = frozenset(
    {"sex", "citizenship_group", "citizenship", "migration_status", "legal_status"}
)
"""Holding these fixed would explain away the very differences an audit looks for."""

Strata = dict[str, tuple[float, float]]
"""stratum -> part and whole"""


def refuse_unfair_case_mix(catalogue: dict) -> None:
    """Raise ValueError where a metric would hold sex, citizenship or legal status fixed."""
    for name, metric in sorted(catalogue.items()):
        for column in metric.case_mix:
            if NEVER_HELD_FIXED & set(column.split("+")):
                raise ValueError(f"{name} must not hold {column} fixed: that hides disparities")


class StrataOf:
    """Finds the strata of published rows, of which none holds fewer than `minimum` units that count or do not."""

    def __init__(self, strata: pd.DataFrame | None, minimum: float):
        self._minimum = minimum
        self._columns = ["metric_id", "scope", "jurisdiction", "period_start", "period_end"]
        self._found: dict[tuple, Strata] = {}
        if strata is None or strata.empty:
            return
        if "horizon_days" in strata:
            self._columns.append("horizon_days")
        keys = zip(*map(_texts, self._at(strata, "breakdown", "category")), strict=True)
        counted = zip(keys, strata["stratum"], strata["part"], strata["whole"], strict=True)
        for key, stratum, part, whole in counted:
            place = self._found.setdefault(key, {})
            before = place.get(str(stratum), (0.0, 0.0))
            place[str(stratum)] = (before[0] + float(part), before[1] + float(whole))

    def of(
        self, rows: pd.DataFrame, breakdown: str, category: str, part: str, whole: str
    ) -> list[Strata | None]:
        """The strata of each row; the last four arguments name columns of the rows.

        None where there are none, where one of them is too small to have been published, or where
        they do not add up to the counts of the row: strata that count something else than was
        published have nothing built on them.
        """
        keys = zip(*map(_texts, self._at(rows, breakdown, category)), strict=True)
        counts = zip(rows[part], rows[whole], strict=True)
        found = [(self._found.get(key), total) for key, total in zip(keys, counts, strict=True)]
        return [
            strata if _adds_up(strata, *total) and not _has_small(strata, self._minimum) else None
            for strata, total in found
        ]

    def _at(self, frame: pd.DataFrame, breakdown: str, category: str) -> list[pd.Series]:
        return [frame[name] for name in (*self._columns, breakdown, category)]


def _adds_up(strata: Strata | None, part: float, whole: float) -> bool:
    if not strata:
        return False
    parts, wholes = zip(*strata.values(), strict=True)
    return abs(sum(parts) - part) < 1e-6 and abs(sum(wholes) - whole) < 1e-6


def _has_small(strata: Strata, minimum: float) -> bool:
    cells = [count for part, whole in strata.values() for count in (part, whole - part)]
    return any(0 < count < minimum for count in cells)


def _texts(column: pd.Series) -> np.ndarray:
    """Each value in the one way all are compared, worked out once for each that is distinct."""
    codes, distinct = pd.factorize(column, use_na_sentinel=False)
    return np.array([_text(each) for each in distinct], object)[codes]


def _text(value) -> str:
    """A date, a whole number or a text; nothing is an empty text."""
    if isinstance(value, str):
        return value
    if value is None or pd.isna(value):
        return ""
    return value.strftime("%Y-%m-%d") if hasattr(value, "strftime") else str(int(value))
