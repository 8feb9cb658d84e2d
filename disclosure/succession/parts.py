"""What a longer period leaves beside those of its parts that were told before."""

import pandas as pd

from disclosure.policy import threshold
from disclosure.succession.matching import named
from metrics.result import KEY

LONGEST_YEAR = pd.Timedelta(days=365)
"""From the first to the last day of a leap year; what is longer has years as parts."""
SAME = [name for name in KEY if name not in ("period_start", "period_end")]


def few_beside_parts(rows: pd.DataFrame, previous: pd.DataFrame) -> pd.DataFrame:
    """Whether a count less its parts told before is 1 to 9, of the index of `rows`: numerator, denominator, rest.

    A block of years that is told now, and two of its years that the release before told, give away
    the third. Where parts lie in parts, the longer ones are taken away.
    """
    found = pd.DataFrame(False, rows.index, ["numerator", "denominator", "rest"])
    new, old = (_with_counts(each) for each in (rows, previous))
    new["row"] = rows.index
    long = new[new["period_end"] - new["period_start"] > LONGEST_YEAR]
    pairs = long.merge(old, on=SAME, suffixes=("", "_part"))
    inside = (pairs["period_start"] <= pairs["period_start_part"]) & (
        pairs["period_end_part"] <= pairs["period_end"]
    )
    pairs = pairs[inside & (_days(pairs, "_part") < _days(pairs, ""))]
    for name in found.columns:
        told = pairs[pairs[[name, f"{name}_part"]].notna().all(axis=1)]
        told = _largest(told)
        parts = told.groupby("row")[f"{name}_part"].sum()
        left = (new.set_index("row")[name].reindex(parts.index) - parts).abs().round(6)
        few = (left > 0) & (left < threshold("revision_minimum"))
        found.loc[few.index[few], name] = True
    return found


def _with_counts(rows: pd.DataFrame) -> pd.DataFrame:
    counts = rows[["numerator", "denominator"]].apply(pd.to_numeric).reset_index(drop=True)
    return named(rows).assign(**counts, rest=counts["denominator"] - counts["numerator"])


def _largest(pairs: pd.DataFrame) -> pd.DataFrame:
    """The parts, longest first, of which none overlaps one taken before it."""
    ordered = pairs.assign(days=_days(pairs, "_part")).sort_values(
        ["row", "days", "period_start_part"], ascending=[True, False, True]
    )
    taken, row, spans = [], None, []
    columns = ["row", "period_start_part", "period_end_part"]
    for label, first, last in ordered[columns].itertuples(index=False, name=None):
        if label != row:
            row, spans = label, []
        is_free = not any(first <= end and start <= last for start, end in spans)
        taken.append(is_free)
        if is_free:
            spans.append((first, last))
    return ordered[pd.Series(taken, index=ordered.index, dtype=bool)]


def _days(pairs: pd.DataFrame, suffix: str) -> pd.Series:
    return pairs[f"period_end{suffix}"] - pairs[f"period_start{suffix}"]
