"""Made-up people counted into results, so that every table is true of the same persons."""

from datetime import date

import numpy as np
import pandas as pd

from metrics.result import RESULT_COLUMNS

HORIZONS = (365, 730, 1095)
MIX = "referral_source_mix"
YEARS = (2020, 2021, 2022)
BLOCK = date(2020, 1, 1), date(2022, 12, 31)
CATEGORIES = {
    "sex": ("female", "male", "unknown"),
    "citizenship_group": ("own", "regional", "other", "stateless", "unknown"),
}


def count_people(
    seed: int, people: int, *, skew: float = 1.0, horizons: tuple = HORIZONS
) -> pd.DataFrame:
    """Undisclosed results of one cohort: total and two breakdowns at each horizon."""
    draw = np.random.default_rng(seed)
    traits, reached = _drawn(draw, people, skew, horizons)
    rows = []
    for horizon in horizons:
        rows.append(row("total", "total", people, int((reached <= horizon).sum()), horizon))
        for name, codes in CATEGORIES.items():
            for code in codes:
                mine = traits[name] == code
                counted = int((mine & (reached <= horizon)).sum())
                rows.append(row(name, code, int(mine.sum()), counted, horizon))
    return frame(rows)


def _drawn(draw, people: int, skew: float, horizons: tuple) -> tuple[dict, np.ndarray]:
    """Everybody's traits, and the horizon by which each had reached the end."""
    traits = {
        name: draw.choice(codes, people, p=draw.dirichlet(np.full(len(codes), skew)))
        for name, codes in CATEGORIES.items()
    }
    shares = draw.dirichlet(np.ones(len(horizons) + 1))
    return traits, draw.choice([*horizons, 9999], people, p=shares)


def count_people_over_years(
    seed: int, people: int, *, skew: float = 1.0, horizons: tuple = HORIZONS
) -> pd.DataFrame:
    """Undisclosed results of three years: a total each year, and the block of all three with two breakdowns."""
    whole = count_people(seed, people, skew=skew, horizons=horizons)
    draw = np.random.default_rng(seed)
    _, reached = _drawn(draw, people, skew, horizons)
    entered = draw.choice(YEARS, people, p=draw.dirichlet(np.full(len(YEARS), skew)))
    rows = []
    for horizon in horizons:
        for year in YEARS:
            mine = entered == year
            counted = int((mine & (reached <= horizon)).sum())
            span = {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}
            rows.append(row("total", "total", int(mine.sum()), counted, horizon, **span))
    whole["period_start"], whole["period_end"] = BLOCK
    return pd.concat([frame(rows), whole], ignore_index=True)


def mix_people(seed: int, people: int, *, skew: float = 1.0, members: int = 5) -> pd.DataFrame:
    """Undisclosed results of a mix: every member of every year, and of the three years together."""
    draw = np.random.default_rng(seed)
    entered = draw.choice(YEARS, people, p=draw.dirichlet(np.full(len(YEARS), skew)))
    member = draw.choice(members, people, p=draw.dirichlet(np.full(members, skew)))
    spans = {(date(y, 1, 1), date(y, 12, 31)): entered == y for y in YEARS}
    spans[BLOCK] = np.ones(people, dtype=bool)
    rows = []
    for (start, end), mine in spans.items():
        for code in range(members):
            span = {"period_start": start, "period_end": end, "metric_id": MIX}
            counted = int((mine & (member == code)).sum())
            rows.append(row("lead_source", f"m{code}", int(mine.sum()), counted, **span))
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
