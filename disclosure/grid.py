"""Days on a fixed grid: the median of a group is the waiting time of one person, to the day.

Quantiles (median waiting times, ages of what is open, the pace of a year) go to the nearest point of
the grid, their limits outwards to the next; means go to whole days. A quantile is told only where
the minimum of people lies on either side of it.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from disclosure.policy import threshold
from disclosure.primary import is_protected, least_count
from metrics.definition import Metric

DAYS = "days"
QUANTILES = ("median", "quantile", "current_pace")
"""What a metric of times to an event may name as its estimate, where that is the time of one of them."""
MEANS = ("time_to_event", "stock_to_flow", "mean")
ESTIMATE = ["value", "lower", "upper", "interval_method", "bound_lower", "bound_upper"]


def coarsen_days(results: pd.DataFrame, catalogue: Mapping[str, Metric]) -> pd.DataFrame:
    """Results with the days of people on the grid, and without quantiles that few lie beyond.

    Reads published counts only. What is no secret (facts of open court, others' figures, agencies'
    own) stays to the day.
    """
    coarse = results.copy()
    protected = is_protected(results) & results["value"].notna()
    share = results["metric_id"].map(quantile_shares(catalogue)).astype(float)
    size = pd.to_numeric(results["denominator"])
    least = least_count(results, {name: metric.population for name, metric in catalogue.items()})
    beyond = size * np.minimum(share, 1 - share)
    # A denominator that is not told says nothing about how many lie beyond.
    is_extreme = protected & share.notna() & ~(beyond >= least - 1e-9)
    coarse.loc[is_extreme, [*ESTIMATE, "maturity"]] = None
    coarse.loc[is_extreme, ["status", "blank"]] = "insufficient"
    on_grid = protected & share.notna() & ~is_extreme
    means = [n for n, m in catalogue.items() if m.value_unit == DAYS and m.kind in MEANS]
    whole = protected & share.isna() & results["metric_id"].isin(means)
    for rows, nearest, below, above in (
        (on_grid, to_grid, grid_below, grid_above),
        (whole, np.rint, _floor, _ceil),
    ):
        _replace(coarse, rows, nearest, below, above)
    return coarse


def quantile_shares(catalogue: Mapping[str, Metric]) -> dict[str, float]:
    """The share of the units that ended by the day a metric tells, for metrics that tell such a day."""
    return {
        name: metric.counting.get("share", 0.5)
        for name, metric in catalogue.items()
        if metric.kind == "stock_age"
        or (metric.kind == "time_to_event" and metric.counting.get("estimate") in QUANTILES)
    }


def to_grid(days: np.ndarray) -> np.ndarray:
    """The nearest point of the grid; half-way, the later one."""
    below, above = grid_below(days), grid_above(days)
    return np.where(np.asarray(days) - below < above - np.asarray(days), below, above)


def grid_below(days: np.ndarray) -> np.ndarray:
    """The last point of the grid that is not later."""
    points = _points(days)
    return points[np.searchsorted(points, np.asarray(days) + 1e-9, side="right") - 1]


def grid_above(days: np.ndarray) -> np.ndarray:
    """The first point of the grid that is not earlier."""
    points = _points(days)
    return points[np.searchsorted(points, np.asarray(days) - 1e-9, side="left")]


def _points(days: np.ndarray) -> np.ndarray:
    """The grid from 0 to beyond the last of these days."""
    steps, until = threshold("day_steps"), threshold("day_steps_until")
    latest = float(np.max(days, initial=0))
    ends = [*until, max(until[-1], latest) + 2 * steps[-1]]
    starts = [0, *until]
    parts = [
        np.arange(start, end, step, dtype=float)
        for start, end, step in zip(starts, ends, steps, strict=True)
    ]
    return np.concatenate(parts)


def _replace(coarse: pd.DataFrame, rows: pd.Series, nearest, below, above) -> None:
    for name, move in (
        ("value", nearest),
        ("lower", below),
        ("upper", above),
        ("bound_lower", below),
        ("bound_upper", above),
    ):
        known = rows & coarse[name].notna()
        coarse.loc[known, name] = move(pd.to_numeric(coarse.loc[known, name]).to_numpy(float))


def _floor(days: np.ndarray) -> np.ndarray:
    # A whole number that arithmetic left a trace above or below itself is that number.
    return np.floor(days + 1e-9)


def _ceil(days: np.ndarray) -> np.ndarray:
    return np.ceil(days - 1e-9)
