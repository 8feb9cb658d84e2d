"""Undisclosed results of a little place, told by years, blocks and double blocks."""

from datetime import date

import pandas as pd

from metrics.result import RESULT_COLUMNS

SPANS = {"year": 1, "block": 3, "double": 6}
SHORT_BLOCK = date(2016, 1, 1), date(2016, 12, 31)


def made(counts: dict, **facts) -> list[dict]:
    """Rows for (span, first year, category, merged) -> count; `facts` overrides any column."""
    return [
        dict.fromkeys(RESULT_COLUMNS)
        | {
            "metric_id": "victims",
            "scope": "trafficking",
            "source": "case",
            "jurisdiction": "XAA",
            "period_kind": "period",
            "period_start": date(year, 1, 1),
            "period_end": date(year + SPANS.get(span, 1) - 1, 12, 31),
            "breakdown": "sex",
            "category": category,
            "unit_counted": "victims",
            "numerator": float(count),
            "span": span,
            "merged": merged,
        }
        | facts
        for (span, year, category, merged), count in counts.items()
    ]


def totals(years: dict[int, int], **facts) -> list[dict]:
    """A total by years, and by the blocks and double block that they add up to, from 2017 on."""
    counts = {("year", year, "total", 0): count for year, count in years.items()}
    for span, length in (("block", 3), ("double", 6)):
        for first in range(min(years), max(years) + 1, length):
            parts = [years.get(year) for year in range(first, first + length)]
            if None not in parts:
                counts[span, first, "total", 0] = sum(parts)
    return made(counts, **{"breakdown": "total"} | facts)


def frame(rows: list[dict]) -> pd.DataFrame:
    return pd.DataFrame(rows)


def few(rows: pd.DataFrame) -> pd.Series:
    return rows["numerator"].between(1, 9)
