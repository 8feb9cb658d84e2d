"""Which cohort of several to show: the newest old enough, or the chosen one and what it was published with."""

from collections.abc import Sequence

from charts import format as reads
from charts.describe import quality
from charts.format import is_missing
from charts.select import Period, group_by, of_period, span

Span = Period
"""First and last day of those who entered."""


def spans(rows: Sequence[dict]) -> list[Span]:
    """Every span of these rows, the newest first, a single year before years taken together."""
    return sorted({span(row) for row in rows}, key=lambda days: (days[1], days[0]), reverse=True)


def of_span(rows: Sequence[dict], wanted: Span | None) -> list[dict]:
    """The rows of the wanted span or, where it has no number, of the shortest that holds it and has one.

    Without a wish, the newest span whose rows all have a number, else the one with most that is known.
    """
    if wanted is not None:
        return of_period(rows, wanted)
    by_span = group_by(rows, span)
    newest = max(by_span, key=lambda days: (_known(by_span[days]), *reversed(days)), default=None)
    return by_span.get(newest, [])


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
