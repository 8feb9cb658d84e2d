"""The protector's picture of results that are linked: one metric, scope, place and period.

All horizons and breakdowns of such a block share their total, so they are protected together; the
years of a period of several years are one of the breakdowns.
"""

from dataclasses import dataclass, field

import pandas as pd

from disclosure.policy import threshold
from disclosure.years import SERIES, SPAN, placed_in_blocks

BLOCK = [*SERIES, *SPAN]

READ = (
    "metric_id",
    "horizon_days",
    "breakdown",
    "category",
    "unit_counted",
    "numerator",
    "denominator",
    "contributors",
)


@dataclass
class Row:
    """One number of a block: what it counts, measure by measure, and whether it is hidden.

    `counts` has numerator, denominator, those left over (`rest`) and `contributors`, as far as known.
    """

    index: int
    horizon: float
    breakdown: str
    category: str
    counts: dict[str, float]
    hidden: bool = False

    @property
    def size(self) -> float:
        return self.counts.get("denominator", self.counts.get("numerator", 0.0))


@dataclass
class Block:
    """The rows of one block, and how they hang together."""

    rows: list[Row]
    kind: str | None = None
    horizons: list[float] = field(init=False)
    breakdowns: list[str] = field(init=False)

    def __post_init__(self):
        self.horizons = sorted({row.horizon for row in self.rows})
        self.breakdowns = sorted({row.breakdown for row in self.rows} - {"total"})

    def total(self, horizon: float) -> Row | None:
        found = self.table(horizon, "total")
        return found[0] if found else None

    def table(self, horizon: float, breakdown: str) -> list[Row]:
        return [r for r in self.rows if r.horizon == horizon and r.breakdown == breakdown]

    def over_time(self, breakdown: str, category: str) -> list[Row]:
        """The same category at every horizon, shortest first."""
        found = [r for r in self.rows if (r.breakdown, r.category) == (breakdown, category)]
        return sorted(found, key=lambda row: row.horizon)

    def hide(self, row: Row) -> None:
        row.hidden = True


def blocks(results: pd.DataFrame, kinds: dict[str, str]) -> list[Block]:
    """The blocks of the results that are about people; others need no protection."""
    about_people = results["source"].isin(threshold("protected_sources")) & ~results[
        "unit_counted"
    ].isin(threshold("units_not_people"))
    kept = placed_in_blocks(results[about_people], kinds)
    # One pass over the rows: a frame for each of thousands of blocks costs more than protecting them.
    number_of = kept.groupby(BLOCK, dropna=False, sort=True).ngroup()
    columns = [name for name in READ if name in kept]
    found: dict[int, Block] = {}
    for record, number in zip(kept[columns].itertuples(), number_of, strict=True):
        kind = kinds.get(record.metric_id)
        found.setdefault(number, Block([], kind)).rows.append(_row(record, kind))
    return [Block(found[number].rows, found[number].kind) for number in sorted(found)]


def _row(record, kind: str | None) -> Row:
    counts = {
        name: float(value)
        for name in ("numerator", "denominator", "contributors")
        if pd.notna(value := getattr(record, name, None))
    }
    # Of a kind that is not known, a numerator that could be part of its denominator is taken for one.
    part = kind in threshold("part_of_whole_kinds") or kind is None
    both = {"numerator", "denominator"} <= counts.keys()
    if part and both and counts["numerator"] <= counts["denominator"]:
        counts["rest"] = counts["denominator"] - counts["numerator"]
    if kind in threshold("mixed_kinds"):
        # Every member repeats the same whole; its people are protected as the sum of the members.
        counts.pop("denominator", None)
    horizon = -1.0 if pd.isna(record.horizon_days) else float(record.horizon_days)
    row = Row(record.Index, horizon, record.breakdown, record.category, counts)
    row.hidden = _is_sum_of_unknown(counts, record.unit_counted)
    return row


def _is_sum_of_unknown(counts: dict[str, float], unit: str) -> bool:
    """A sum of which nobody said how many people stand behind it."""
    return unit in threshold("sum_units") and bool(counts) and "contributors" not in counts
