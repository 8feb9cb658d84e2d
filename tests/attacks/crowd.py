"""Random persons, counted by hand into the results of two metrics that share a whole: years, a block, two breakdowns."""

from datetime import date

import numpy as np
import pandas as pd

from metrics.catalogue import metrics
from metrics.result import RESULT_COLUMNS

YEARS = (2020, 2021, 2022)
SEX = ("female", "male", "unknown")
CITIZENSHIP = ("own", "regional", "other", "unknown")
CLAIMED, AWARDED = "claim_rate", "compensation_awarded"
SETS = {CLAIMED: "people/claimed", AWARDED: "people/claimed/awarded"}


def crowd(seed: int, people: int, skew: float) -> pd.DataFrame:
    """One row a person: year, sex, citizenship, whether a claim was made and whether it was granted."""
    draw = np.random.default_rng(seed)

    def column(codes):
        return draw.choice(codes, people, p=draw.dirichlet(np.full(len(codes), skew)))

    claimed = draw.random(people) < draw.uniform(0.1, 0.9)
    return pd.DataFrame(
        {
            "year": column(YEARS),
            "sex": column(SEX),
            "citizenship_group": column(CITIZENSHIP),
            CLAIMED: claimed,
            AWARDED: claimed & (draw.random(people) < draw.uniform(0.1, 0.9)),
        }
    )


def counted(persons: pd.DataFrame) -> pd.DataFrame:
    """Undisclosed results: totals of each year, and of the block of three years totals and two breakdowns."""
    block = (date(2020, 1, 1), date(2022, 12, 31), "block", persons)
    spans = [
        (date(year, 1, 1), date(year, 12, 31), "year", persons[persons["year"] == year])
        for year in YEARS
    ]
    rows = []
    for metric in (CLAIMED, AWARDED):
        for start, end, span, mine in [*spans, block]:
            rows.append(_row(metric, start, end, span, "total", "total", mine))
        for breakdown, codes in (("sex", SEX), ("citizenship_group", CITIZENSHIP)):
            for code in codes:
                mine = persons[persons[breakdown] == code]
                rows.append(_row(metric, *block[:3], breakdown, code, mine))
    return pd.DataFrame(rows, columns=[*RESULT_COLUMNS, "span", "merged"])


def _row(metric, start, end, span, breakdown, category, mine) -> dict:
    below, above = len(mine), int(mine[metric].sum())
    share = above / below if below else None
    return {
        "metric_id": metric,
        "scope": "trafficking",
        "source": "case",
        "jurisdiction": "XAA",
        "period_kind": metrics()[metric].period_kind,
        "period_start": start,
        "period_end": end,
        "breakdown": breakdown,
        "category": category,
        "unit_counted": metrics()[metric].unit_counted,
        "numerator": float(above),
        "denominator": float(below),
        "value": share,
        "lower": 0.0 if below else None,
        "upper": 1.0 if below else None,
        "interval_method": "made up" if below else None,
        "status": "reportable" if below else None,
        "blank": None if below else "not_applicable",
        "public_fact": False,
        "as_of": date(2025, 12, 31),
        "definition_hash": "0" * 16,
        "span": span,
        "merged": 0,
    }


def declared() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Which persons each number counts, and which sets lie in which."""
    columns = [
        "metric_id",
        "scope",
        "horizon_days",
        "category",
        "measure",
        "set_id",
        "counts_people",
    ]
    rows = [
        (metric, "trafficking", None, None, measure, name, True)
        for metric, above in SETS.items()
        for measure, name in (("numerator", above), ("denominator", "people"))
    ]
    sets = pd.DataFrame(rows, columns=columns).astype({"horizon_days": "Int64", "category": object})
    nested = [(SETS[CLAIMED], "people", False), (SETS[AWARDED], SETS[CLAIMED], False)]
    return sets, pd.DataFrame(nested, columns=["inner", "outer", "totals_only"])
