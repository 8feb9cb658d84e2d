"""What the results show of one place and block of years, as far as strata depend on it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from metrics.comparing.comparable import SHARE_KINDS, comparable, in_pool
from metrics.comparing.references import UNKNOWN
from metrics.comparing.safe_strata import REST
from metrics.comparing.verdicts import too_few
from metrics.groupings import groupings

SERIES = ["metric_id", "scope", "jurisdiction"]
BLOCK = ["period_start", "period_end"]
NO_DATA = ("not_reported", "not_applicable", "not_yet")
"""Blanks that hide nobody."""
NO_HORIZON = -1


@dataclass
class Shown:
    """The counts shown of a block: total and categories, shape (horizons, 2), horizons in order.

    `is_compared` says of each horizon whether the total may be compared at it. `categories` maps a
    breakdown to its members that are shown wherever the total is, and of which no number is hidden
    in any period that meets the block; `rows` to all members it has in the block, `large` to those
    that have people enough to be compared.
    """

    horizons: tuple[int, ...]
    is_compared: tuple[bool, ...]
    total: np.ndarray
    categories: dict[str, dict[str, np.ndarray]] = field(default_factory=dict)
    rows: dict[str, set[str]] = field(default_factory=dict)
    large: dict[str, set[str]] = field(default_factory=dict)

    def unit(self, breakdown: str, code: str) -> str:
        """The member under which the results show a code: itself, or a coarser one; else the rest."""
        there = self.rows.get(breakdown, set())
        name = code if code in there else _coarser(breakdown).get(code, code)
        return name if name in self.categories.get(breakdown, {}) else REST


class ShownBlocks:
    """Finds what is shown of blocks of years in the published results.

    `inside` maps a metric to those that count people among its own.
    """

    def __init__(self, results: pd.DataFrame, catalogue: Mapping, inside: Mapping):
        ours = results["source"].eq("case") & results["currency"].isna()
        self._inside = inside
        self._hidden = _hidden(results[ours])
        rows = comparable(results[ours], catalogue, SHARE_KINDS)
        for name in BLOCK:
            rows[name] = pd.to_datetime(rows[name])
        is_counted = rows[["numerator", "denominator"]].notna().all(axis=1)
        is_pooled = in_pool(rows)
        facts = {
            "horizon": rows["horizon_days"].fillna(NO_HORIZON).astype(int),
            "is_hidden": ~is_counted & ~rows["blank"].isin(NO_DATA),
            "is_counted": is_counted,
            "is_pooled": is_pooled,
            "is_large": is_pooled & ~too_few(rows["numerator"], rows["denominator"]),
        }
        told = rows.assign(**facts)[is_counted | facts["is_hidden"]].sort_values("horizon")
        names = [*BLOCK, "breakdown", "category", "numerator", "denominator", *facts]
        series = zip(*(told[name] for name in SERIES), strict=True)
        self._series: dict[tuple, list[dict]] = defaultdict(list)
        for key, row in zip(series, told[names].to_dict("records"), strict=True):
            self._series[key].append(row)

    def of(self, series: tuple, start, end) -> Shown | None:
        """None where a total of the block is hidden, or none can be compared."""
        start, end = pd.Timestamp(start), pd.Timestamp(end)
        members: dict[tuple, list[dict]] = defaultdict(list)
        for row in self._series.get(series, ()):
            if (row["period_start"], row["period_end"]) == (start, end):
                members[row["breakdown"], row["category"]].append(row)
        hidden = {
            place
            for metric_id in (series[0], *self._inside.get(series[0], ()))
            for first, last, place in self._hidden.get((metric_id, *series[1:]), ())
            if first <= end and last >= start
        }
        totals = members.pop(("total", "total"), [])
        if any(row["is_hidden"] for row in totals) or not any(row["is_pooled"] for row in totals):
            return None
        horizons = tuple(row["horizon"] for row in totals)
        shown = Shown(horizons, tuple(row["is_pooled"] for row in totals), _counts(totals))
        for (breakdown, category), mine in members.items():
            shown.rows.setdefault(breakdown, set()).add(category)
            if (breakdown, category) in hidden or tuple(row["horizon"] for row in mine) != horizons:
                continue
            shown.categories.setdefault(breakdown, {})[category] = _counts(mine)
            if category != UNKNOWN and any(row["is_large"] for row in mine):
                shown.large.setdefault(breakdown, set()).add(category)
        return shown


def _hidden(results: pd.DataFrame) -> dict[tuple, list[tuple]]:
    """Series -> start, end, breakdown and category of rows of which a count is hidden."""
    is_blank = results["numerator"].isna() & ~results["blank"].isin(NO_DATA)
    rows = results[is_blank | results["blank"].eq("suppressed")]
    spans = (pd.to_datetime(rows[name]) for name in BLOCK)
    places = zip(rows["breakdown"], rows["category"], strict=True)
    found: dict[tuple, list[tuple]] = defaultdict(list)
    for *series, start, end, place in zip(
        *(rows[name] for name in SERIES), *spans, places, strict=True
    ):
        found[tuple(series)].append((start, end, place))
    return found


def _counts(rows: list[dict]) -> np.ndarray:
    return np.array([(row["numerator"], row["denominator"]) for row in rows], float)


def _coarser(breakdown: str) -> dict[str, str]:
    groups = groupings().get(breakdown, {})
    return {code: name for name, group in groups.items() for code in group["codes"]}
