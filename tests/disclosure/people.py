"""Made-up people counted into results, so that every table is true of the same persons."""

from datetime import date

import numpy as np
import pandas as pd

from metrics.result import RESULT_COLUMNS

HORIZONS = (365, 730, 1095)
CATEGORIES = {
    "sex": ("female", "male", "unknown"),
    "citizenship_group": ("own", "regional", "other", "stateless", "unknown"),
}


def count_people(
    seed: int, people: int, *, skew: float = 1.0, horizons: tuple = HORIZONS
) -> pd.DataFrame:
    """Undisclosed results of one cohort: total and two breakdowns at each horizon."""
    draw = np.random.default_rng(seed)
    traits = {
        name: draw.choice(codes, people, p=draw.dirichlet(np.full(len(codes), skew)))
        for name, codes in CATEGORIES.items()
    }
    reached = draw.choice([*horizons, 9999], people, p=draw.dirichlet(np.ones(len(horizons) + 1)))
    rows = []
    for horizon in horizons:
        rows.append(row("total", "total", people, int((reached <= horizon).sum()), horizon))
        for name, codes in CATEGORIES.items():
            for code in codes:
                mine = traits[name] == code
                counted = int((mine & (reached <= horizon)).sum())
                rows.append(row(name, code, int(mine.sum()), counted, horizon))
    return frame(rows)


def row(breakdown, category, denominator, numerator, horizon=None, **other) -> dict:
    """One undisclosed result with a value and an interval that any count allows."""
    share = numerator / denominator if denominator else None
    return {
        "metric_id": "cohort_conviction",
        "scope": "trafficking",
        "source": "case",
        "jurisdiction": "XAA",
        "period_kind": "cohort",
        "period_start": date(2021, 1, 1),
        "period_end": date(2021, 12, 31),
        "horizon_days": horizon,
        "breakdown": breakdown,
        "category": category,
        "unit_counted": "defendants",
        "numerator": float(numerator),
        "denominator": None if denominator is None else float(denominator),
        "value": share,
        "lower": None if share is None else 0.0,
        "upper": None if share is None else 1.0,
        "interval_method": "made up" if denominator else None,
        "status": "reportable" if denominator else None,
        "blank": None if denominator else "not_applicable",
        "as_of": date(2025, 12, 31),
        "definition_hash": "0" * 16,
        **other,
    }


def frame(rows: list[dict]) -> pd.DataFrame:
    """Rows as results, with whatever column they have beside the declared ones."""
    extra = sorted({name for one in rows for name in one} - set(RESULT_COLUMNS))
    return pd.DataFrame(rows, columns=[*RESULT_COLUMNS, *extra])
