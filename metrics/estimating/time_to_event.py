"""A cohort with several ends: how many had reached one by a horizon, or how long it took them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from metrics.counting.text import by_scope
from metrics.counts import Counts, Texts
from metrics.definition import Metric
from metrics.estimating import pace_of_year
from metrics.estimating.sums import share_left_out
from metrics.estimators import (
    Curve,
    Estimate,
    aalen_johansen_by_group,
    cumulative_incidence_at,
    incidence_quantile,
    median_is_shown,
    restricted_mean,
)
from metrics.estimators.kaplan_meier import FEWEST_EVENTS
from metrics.figure import Figure, insufficient, nothing_below, with_estimate
from metrics.status import INSUFFICIENT_BELOW, maturity

SHARES = {"median": 0.5}
"""Which share of the units has to have ended, where the name of the estimate tells."""
NOTHING = Estimate(None, None, None, "")


def estimate(metric: Metric, rows: Counts | Sequence[dict], scope: str) -> list[Figure]:
    return estimate_each(metric, [Counts.of(rows)], scope)[0]


def estimate_each(metric: Metric, cells: Sequence[Counts], scope: str) -> list[list[Figure]]:
    """The figures of each cell: the curves of all of them are drawn in one pass."""
    named, events = metric.counting["estimate"], by_scope(metric.counting["events"], scope)
    if named in ("restricted_mean", "current_pace") and events != "any":
        raise ValueError(f"{metric.name}: a mean or a pace is of all ends together")
    if named == "current_pace":
        return [[pace_of_year.figure(rows)] for rows in cells]
    numbers = ("days", "units", *(f"followable_{days}" for days in metric.horizons))
    rows, owner = Counts.stack(cells, ("ending", *numbers))
    if not len(rows):
        nothing = np.empty(0, np.int64)
        rows = Counts.of_columns({"ending": Texts(nothing, [])} | dict.fromkeys(numbers, nothing))
    is_usable = ~rows.column("ending").among(("unusable",))
    left_out = _by_cell(rows.column("units") * ~is_usable, owner, len(cells))
    rows, owner = rows.take(is_usable), owner[is_usable]
    curves = _curves(rows, owner, len(cells), events)
    if named in ("median", "quantile"):
        share = metric.counting.get("share", SHARES.get(named))
        return [[_quantile(*each, share)] for each in zip(curves, left_out, strict=True)]
    kind = MEAN if named == "restricted_mean" else SHARE
    could = [_by_cell(rows.column(name), owner, len(cells)) for name in numbers[2:]]
    return [
        [
            _by_horizon(curve, int(able), days, share_left_out(unusable, curve.size), kind)
            for days, able in zip(metric.horizons, followable, strict=True)
        ]
        for curve, unusable, *followable in zip(curves, left_out, *could, strict=True)
    ]


def _by_cell(numbers: np.ndarray, owner: np.ndarray, cells: int) -> list[float]:
    return np.bincount(owner, numbers, cells).tolist()


def _curves(
    rows: Counts, owner: np.ndarray, size: int, events: tuple[str, ...] | str
) -> list[Curve]:
    """The curves of the ends that count ("event") and of other ends, from the daily tables."""
    ending, units = rows.column("ending"), rows.column("units")
    is_open = ending.among(("open",))
    is_event = ~is_open if events == "any" else ending.among(events) & ~is_open
    counts = {"event": is_event, "other": ~is_event & ~is_open}
    columns = {name: np.where(mine, units, 0) for name, mine in counts.items()}
    censored = np.where(is_open, units, 0)
    return aalen_johansen_by_group(owner, size, rows.column("days"), columns, censored)


def _quantile(curve: Curve, left_out: float, share: float) -> Figure:
    ended, entered = float(curve.events["event"].sum()), float(curve.size)
    figure = Figure(ended, entered, missing_share=share_left_out(left_out, entered))
    found = NOTHING
    if ended >= FEWEST_EVENTS:
        found = incidence_quantile(curve, "event", share)
        found = found if median_is_shown(found, int(ended)) else NOTHING
    shown = with_estimate(figure, found, entered, is_share=False, left_out=left_out)
    if found.value is not None or entered < FEWEST_EVENTS:
        return shown
    some_open = float(curve.censored.sum())
    if ended + some_open < share * entered:
        # So many ended another way that this share never will: there is no such day.
        return shown._replace(blank="not_applicable", status=None)
    # Time brings more ends only where somebody is open, and enough of them only where enough entered.
    return shown._replace(blank="not_yet", status=None) if some_open else shown


def _by_horizon(
    curve: Curve, could: int, horizon: int, missing_share: float | None, kind: "Kind"
) -> Figure:
    """The figure at a horizon: bounds always, a value where the cohort is old enough.

    `could` be followed to the horizon, seen or not.
    """
    entered = curve.size
    # Whoever was followed to the horizon itself is settled too: nothing happened by then.
    settled = curve.events_until(horizon) + curve.number_at_risk(horizon + 1)
    settled += int(curve.censored[curve.days == horizon].sum())
    figure = Figure(
        curve.events_until(horizon, "event"),
        entered,
        horizon_days=horizon,
        missing_share=missing_share,
        unsettled=float(entered - settled),
    )
    if not entered:
        return nothing_below(figure, missing_share or 0)
    if entered < INSUFFICIENT_BELOW:
        return insufficient(figure)
    # Where everybody ended or was followed to the horizon, a younger member has nothing to wait for.
    followable = could if settled < entered else entered
    ripe = maturity(followable, entered, curve.number_at_risk(horizon))
    lower, upper = kind.bounds(curve, horizon, entered - settled)
    figure = figure._replace(bound_lower=lower, bound_upper=upper, maturity=ripe)
    if ripe == "bounds_only":
        return figure._replace(blank="not_yet")
    # Without a value although the cohort is old enough: too few were in sight up to the horizon.
    return with_estimate(figure, kind.estimate(curve, horizon), entered, is_share=kind.is_share)


class Kind(NamedTuple):
    """What is told at a horizon: its bounds by curve, horizon and number unsettled, and its estimate by the first two."""

    bounds: Callable[[Curve, int, int], tuple[float, float]]
    estimate: Callable[[Curve, int], Estimate]
    is_share: bool


def _bounds_of_share(curve: Curve, horizon: int, unsettled: int) -> tuple[float, float]:
    """As if nobody unsettled had ended so by the horizon, and as if all had."""
    known, entered = curve.events_until(horizon, "event"), curve.size
    return known / entered, (known + unsettled) / entered


def _bounds_of_mean(curve: Curve, horizon: int, _: int) -> tuple[float, float]:
    """As if everybody unsettled had ended when last seen, and as if all had stayed to the horizon."""
    days = curve.days.clip(max=horizon)
    spent = float((days * (curve.ended + curve.censored)).sum())
    unseen = float(((horizon - days) * curve.censored).sum())
    return spent / curve.size, (spent + unseen) / curve.size


SHARE = Kind(_bounds_of_share, partial(cumulative_incidence_at, cause="event"), is_share=True)
MEAN = Kind(_bounds_of_mean, restricted_mean, is_share=False)
