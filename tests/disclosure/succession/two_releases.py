"""Little pairs of releases: the same people as before, and some who came late or were corrected away."""

from datetime import date

import pandas as pd

from tests.disclosure.people import frame, row

KINDS = {"cohort_conviction": "time_to_event", "fines": "money_funnel", "length": "mean"}
EARLIER, LATER = date(2025, 12, 31), date(2026, 12, 31)
YEARS = (2020, 2021, 2022)


def count(breakdown="total", category="total", below=100, above=40, year=2021, **other) -> dict:
    span = {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}
    return row(breakdown, category, below, above, **span | {"as_of": EARLIER} | other)


def release(*rows: dict, as_of: date = EARLIER) -> pd.DataFrame:
    return frame(list(rows)).assign(as_of=as_of)


def later(*rows: dict) -> pd.DataFrame:
    return release(*rows, as_of=LATER)


def blocked(cells: dict) -> list[dict]:
    """Rows for (year, category) -> (below, above), with the totals of years and the block of all."""
    rows = []
    whole = {"period_start": date(YEARS[0], 1, 1), "period_end": date(YEARS[-1], 12, 31)}
    for year in YEARS:
        mine = [counts for (each, _), counts in cells.items() if each == year]
        rows.append(count(below=sum(b for b, _ in mine), above=sum(a for _, a in mine), year=year))
    for name in sorted({category for _, category in cells}):
        mine = [counts for (_, category), counts in cells.items() if category == name]
        sums = sum(b for b, _ in mine), sum(a for _, a in mine)
        rows.append(count("sex", name, *sums, **whole))
    sums = sum(b for b, _ in cells.values()), sum(a for _, a in cells.values())
    return [*rows, count(below=sums[0], above=sums[1], **whole)]


def groups_of(rows: pd.DataFrame, label: str = "persons in XAA") -> pd.Series:
    return pd.Series(label, index=rows.index, dtype=object)


def suppressed(rows: pd.DataFrame, above, below) -> pd.DataFrame:
    """Published rows: the marked counts are taken out, and everything computed from them."""
    told = rows.copy()
    told.loc[above, "numerator"] = None
    told.loc[below, "denominator"] = None
    told.loc[above | below, ["value", "lower", "upper", "interval_method"]] = None
    told.loc[above | below, ["status", "blank"]] = "suppressed"
    return told
