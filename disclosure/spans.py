"""The checker's view of periods: what is told of one year is part of what is told of the years around it.

Written for the checker alone; the protector has a view of its own.
"""

import pandas as pd

LINE = (
    "metric_id",
    "scope",
    "source",
    "origin",
    "jurisdiction",
    "period_kind",
    "currency",
)
WAITING = ("not_yet", "not_reported")


def as_parts(rows: pd.DataFrame, kinds: dict[str, str]) -> pd.DataFrame:
    """The same published rows: a year inside a longer period that is told stands under that period.

    Its breakdown is then `year` and its category the year; a mix keeps its category and gets the
    year into its breakdown. A longer period of which every row still waits is told by nobody.
    """
    first, last = (pd.to_datetime(rows[name]).tolist() for name in ("period_start", "period_end"))
    lines = list(
        zip(*(rows[name].astype(object).fillna("").tolist() for name in LINE), strict=True)
    )
    waits = (rows["numerator"].isna() & rows["blank"].isin(WAITING)).tolist()
    long: dict[tuple, set] = {}
    for line, start, end, is_waiting in zip(lines, first, last, waits, strict=True):
        if (end - start).days > 365 and not is_waiting:
            long.setdefault(line, set()).add((start, end))
    breakdowns, categories = rows["breakdown"].tolist(), rows["category"].tolist()
    for place, line in enumerate(lines):
        span = first[place], last[place]
        around = next((s for s in long.get(line, ()) if _is_within(span, s)), None)
        is_mix = kinds.get(line[0]) == "mix"
        if around and (is_mix or breakdowns[place] == "total"):
            year = str(span[0].year)
            if is_mix:
                breakdowns[place] = f"{breakdowns[place]} of {year}"
            else:
                breakdowns[place], categories[place] = "year", year
            first[place], last[place] = around
    return rows.assign(
        period_start=first, period_end=last, breakdown=breakdowns, category=categories
    )


def _is_within(span: tuple, longer: tuple) -> bool:
    return span != longer and longer[0] <= span[0] and span[1] <= longer[1]
