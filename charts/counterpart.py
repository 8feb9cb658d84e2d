"""The counter-metric of a number: no number leaves the project without the one that would show it being gamed."""

from collections.abc import Iterable, Mapping

from charts.select import (
    by_column,
    has_number,
    of_nearest_horizon,
    select_headline,
    summing_up,
)

CARRIED = ("value", "lower", "upper", "numerator", "denominator", "status", "blank")
"""What is carried along of the counterpart; each column gets `pair_` in front."""
NO_SUCH = "not_applicable"
"""Blank of a counterpart that is not told for the same place and period."""


class Counterparts:
    """Looks up, for a result, the result of its counter-metric about the same place.

    `definition` is the counter-metric's, `rows` are all its results.
    """

    def __init__(self, definition: Mapping, rows: Iterable[dict]):
        self.definition = definition
        self._by_place = by_column(rows, "jurisdiction")

    def of(self, row: dict) -> dict | None:
        """The result of the same period, else None: of the same detail, else of the whole; followed about as long."""
        rows = self._by_place.get(row["jurisdiction"], [])
        rows = [each for each in rows if _days(each) == _days(row)]
        detail = (row["breakdown"], row["category"])
        alike = [each for each in rows if (each["breakdown"], each["category"]) == detail]
        alike = alike or summing_up(rows)
        for name in ("scope", "currency"):
            alike = [each for each in alike if each[name] == row.get(name)] or alike
        alike = of_nearest_horizon(alike, row["horizon_days"])
        return max(alike, key=has_number, default=None)

    def at_end_of(self, row: dict) -> dict | None:
        """The same, but years taken together have beside them what was counted at their end, if nothing else."""
        last_year = row["period_end"].replace(month=1, day=1)
        return self.of(row) or self.of(row | {"period_start": last_year})

    def beside(self, row: dict | None, place: str) -> dict | None:
        """What stands beside a number: the result of the same period or, where that has no number, the newest with one.

        `row` is None where no number sums up the metric at the place.
        """
        headline = select_headline(self.definition, self._by_place.get(place, []))
        if row is None:
            return headline
        same = self.at_end_of(row)
        if same is None or (headline and has_number(headline) and not has_number(same)):
            return headline
        return same

    def columns(self, row: dict) -> dict:
        """The counterpart of the same period as further columns of the row."""
        beside = self.of(row)
        columns = {"pair_metric_id": self.definition["metric_id"]}
        columns["pair_horizon_days"] = beside["horizon_days"] if beside else None
        columns |= {f"pair_{name}": beside[name] if beside else None for name in CARRIED}
        if beside is None:
            columns["pair_blank"] = NO_SUCH
        return columns


def _days(row: dict) -> tuple:
    return row["period_start"], row["period_end"]
