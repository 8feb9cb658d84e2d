"""Which cohort of several to show: the newest old enough, or the chosen one and what it was published with."""

from collections.abc import Sequence
from datetime import date

from charts import format as reads
from charts.describe import quality
from charts.format import is_missing

Span = tuple[date, date]
"""First and last day of those who entered."""


def span(row: dict) -> Span:
    """The days a row is about; a stock is of the year at whose end it was counted."""
    end = row["period_end"]
    if row["period_kind"] == "stock":
        return end.replace(month=1, day=1), end
    return row["period_start"], end


def spans(rows: Sequence[dict]) -> list[Span]:
    """Every span of these rows, the newest first, a single year before years taken together."""
    return sorted({span(row) for row in rows}, key=lambda days: (days[1], days[0]), reverse=True)


def of_span(rows: Sequence[dict], wanted: Span | None) -> list[dict]:
    """The rows of the wanted span, or of the shortest that holds it; none where neither was published.

    Without a wish, the newest span whose rows all have a number, else the one with most that is known.
    """
    found = spans(rows)
    if not found:
        return []
    by_span = {days: [row for row in rows if span(row) == days] for days in found}
    if wanted is None:
        return max(by_span.items(), key=lambda each: (_known(each[1]), each[0][1], each[0][0]))[1]
    holding = [days for days in found if days[0] <= wanted[0] and wanted[1] <= days[1]]
    return by_span[min(holding, key=lambda days: days[1] - days[0])] if holding else []


def newest_row(rows: Sequence[dict], wanted: Span | None) -> dict | None:
    """The same for rows of which each span has one."""
    return next(iter(of_span(rows, wanted)), None)


def in_words(days: Span) -> str:
    """2022, or 2020 to 2025 (together)."""
    return reads.period(*days)


def is_young(row: dict) -> bool:
    """True where part of the cohort could not be followed to the end."""
    return row["maturity"] in ("provisional", "bounds_only")


def _known(rows: Sequence[dict]) -> float:
    """How much is told: a number in every row is 3, a number in some 2, a range in some 1."""
    told = [quality(row) != "blank" for row in rows]
    if all(told):
        return 3
    if any(told):
        return 2
    return float(any(not is_missing(row["bound_lower"]) for row in rows))
