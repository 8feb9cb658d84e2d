"""What the clocks of one place read now and a year before, and whether two of them differ beyond chance."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from charts import format as reads
from charts.cohorts import in_words, span
from charts.format import is_missing
from charts.in_brief import has_point


@dataclass(frozen=True)
class Readings:
    """`now`: metric -> its result; `before`: metric -> the result one year earlier, where there is one."""

    now: Mapping[str, dict]
    before: Mapping[str, dict] = field(default_factory=dict)

    def told(self, *metric_ids: str) -> list[dict] | None:
        """The results of these metrics; None where one of them has no number that may be told."""
        rows = [self.now.get(key) for key in metric_ids]
        return rows if all(has_point(row) for row in rows) else None

    def moved(self, metric_id: str) -> tuple[dict, dict] | None:
        """The year before and this year; None where one of them has no number."""
        pair = self.before.get(metric_id), self.now.get(metric_id)
        return pair if all(has_point(row) for row in pair) else None


def apart(one: dict, other: dict) -> bool:
    """True where the intervals of two results do not overlap; without intervals nothing is claimed."""
    ends = (one["lower"], one["upper"], other["lower"], other["upper"])
    if any(is_missing(end) for end in ends):
        return False
    return one["upper"] < other["lower"] or other["upper"] < one["lower"]


def same_year(*rows: dict) -> bool:
    """True where all results are about the same days."""
    return len({span(row) for row in rows}) == 1


def percent(row: dict) -> str:
    """A share or a ratio as CEPEJ writes it."""
    return reads.value(row["value"], "share")


def days(row: dict) -> str:
    return reads.value(row["value"], "days")


def when(row: dict) -> str:
    return in_words(span(row))
