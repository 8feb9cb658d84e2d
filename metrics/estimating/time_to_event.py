"""A cohort with several ends: how many had reached one by a horizon, or how long it took them."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from metrics.counting.text import by_scope
from metrics.counts import Counts
from metrics.definition import Metric
from metrics.estimating import pace_of_year
from metrics.estimating.sums import share_left_out
from metrics.estimators import (
    Curve,
    Estimate,
    aalen_johansen,
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


def estimate(metric: Metric, rows: Counts | Sequence[dict], scope: str) -> list[Figure]:
    rows = Counts.of(rows)
    named, events = metric.counting["estimate"], by_scope(metric.counting["events"], scope)
    if named in ("restricted_mean", "current_pace") and events != "any":
        raise ValueError(f"{metric.name}: a mean or a pace is of all ends together")
    if named == "current_pace":
        return [pace_of_year.figure(rows)]
    usable = rows
    if len(rows):
        usable = rows.take(~rows.column("ending").among(("unusable",)))
    left_out = rows.total("units") - usable.total("units")
    curve = _curve(usable, events)
    if named in ("median", "quantile"):
        share = metric.counting.get("share", SHARES.get(named))
        return [_quantile(curve, share, left_out)]
    missing = share_left_out(left_out, curve.size)
    judged = _mean_within if named == "restricted_mean" else _share_within
    return [_by_horizon(curve, usable, each, missing, judged) for each in metric.horizons]


def _curve(rows: Counts, events: tuple[str, ...] | str) -> Curve:
    """The curves of the ends that count ("event") and of other ends, from the daily table."""
    if not len(rows):
        return aalen_johansen([], {"event": [], "other": []}, [])
    ending, units = rows.column("ending"), rows.column("units")
    is_open = ending.among(("open",))
    is_event = ~is_open if events == "any" else ending.among(events) & ~is_open
    counts = {"event": is_event, "other": ~is_event & ~is_open}
    columns = {name: np.where(mine, units, 0) for name, mine in counts.items()}
    return aalen_johansen(rows.column("days"), columns, np.where(is_open, units, 0))


def _quantile(curve: Curve, share: float, left_out: float) -> Figure:
    ended, entered = float(curve.events["event"].sum()), float(curve.size)
    figure = Figure(ended, entered, missing_share=share_left_out(left_out, entered))
    found = incidence_quantile(curve, "event", share)
    if not median_is_shown(found, int(ended)):
        found = Estimate(None, None, None, found.method)
    shown = with_estimate(figure, found, entered, is_share=False, left_out=left_out)
    if found.value is not None or entered < FEWEST_EVENTS:
        return shown
    some_open = float(curve.censored.sum())
    if ended + some_open < share * entered:
        # So many ended another way that this share never will: there is no such day.
        return replace(shown, blank="not_applicable", status=None)
    # Time brings more ends only where somebody is open, and enough of them only where enough entered.
    return replace(shown, blank="not_yet", status=None) if some_open else shown


def _by_horizon(
    curve: Curve, rows: Counts, horizon: int, missing_share: float | None, judged
) -> Figure:
    """The figure at a horizon: bounds always, a value where the cohort is old enough.

    `judged` gives the estimate, its bounds, and whether it is a share.
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
    followable = int(rows.total(f"followable_{horizon}")) if settled < entered else entered
    ripe = maturity(followable, entered, curve.number_at_risk(horizon))
    found, lower, upper, is_share = judged(curve, horizon, entered - settled)
    figure = replace(figure, bound_lower=lower, bound_upper=upper, maturity=ripe)
    if ripe == "bounds_only":
        return replace(figure, blank="not_yet")
    # Without a value although the cohort is old enough: too few were in sight up to the horizon.
    return with_estimate(figure, found, entered, is_share=is_share)


def _share_within(
    curve: Curve, horizon: int, unsettled: int
) -> tuple[Estimate, float, float, bool]:
    """As if nobody unsettled had ended so by the horizon, and as if all had."""
    known, entered = curve.events_until(horizon, "event"), curve.size
    estimate = cumulative_incidence_at(curve, horizon, "event")
    return estimate, known / entered, (known + unsettled) / entered, True


def _mean_within(curve: Curve, horizon: int, _: int) -> tuple[Estimate, float, float, bool]:
    """As if everybody unsettled had ended when last seen, and as if all had stayed to the horizon."""
    days = curve.days.clip(max=horizon)
    spent = float((days * (curve.ended + curve.censored)).sum())
    unseen = float(((horizon - days) * curve.censored).sum())
    bounds = spent / curve.size, (spent + unseen) / curve.size
    return restricted_mean(curve, horizon), *bounds, False
