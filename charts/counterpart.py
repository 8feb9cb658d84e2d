"""The counter-metric of a number: no number leaves the project without the one that would show it being gamed."""

from collections.abc import Sequence

from charts.choose import headline, number
from charts.describe import quality

CARRIED = ("value", "lower", "upper", "numerator", "denominator", "status", "blank")
"""What is carried along of the counterpart; each column gets `pair_` in front."""
NO_SUCH = "not_applicable"
"""Blank of a counterpart that is not told for the same place and period."""


class Counterparts:
    """Looks up, for a result, the result of its counter-metric about the same place and period.

    `rows` are all results of the counter-metric; the same detail and follow-up are preferred, else
    its headline at the longest follow-up with a number.
    """

    def __init__(self, metric_id: str, rows: Sequence[dict]):
        self.metric_id = metric_id
        whole = {id(row) for row in headline(rows)}
        self._by_place: dict[tuple, list[dict]] = {}
        self._is_whole = whole
        for row in rows:
            self._by_place.setdefault(_place(row), []).append(row)

    def of(self, row: dict) -> dict | None:
        """The counterpart's result for this one's place and period; None where there is none."""
        found = self._by_place.get(_place(row), [])
        detail = (row["breakdown"], row["category"])
        alike = [r for r in found if (r["breakdown"], r["category"]) == detail]
        alike = alike or [r for r in found if id(r) in self._is_whole]
        alike = [r for r in alike if r["scope"] == row["scope"]] or alike
        if not alike:
            return None
        return max(
            alike,
            key=lambda r: (
                r["horizon_days"] == row["horizon_days"],
                quality(r) != "blank",
                number(r["horizon_days"]),
            ),
        )

    def columns(self, row: dict) -> dict:
        """The counterpart as further columns of the row."""
        found = self.of(row)
        told = {"pair_metric_id": self.metric_id}
        told["pair_horizon_days"] = found["horizon_days"] if found else None
        told |= {f"pair_{name}": found[name] if found else None for name in CARRIED}
        if found is None:
            told["pair_blank"] = NO_SUCH
        return told


def _place(row: dict) -> tuple:
    return row["jurisdiction"], row["period_start"], row["period_end"]
