"""A cohort with several ends: how many had reached one by a horizon, or how long half of them took."""

from dataclasses import replace

from metrics.counting.text import by_scope
from metrics.definition import Metric
from metrics.estimating.sums import share_left_out, total
from metrics.estimators import (
    Curve,
    Estimate,
    aalen_johansen,
    cumulative_incidence_at,
    kaplan_meier_median,
    median_is_shown,
)
from metrics.estimators.kaplan_meier import FEWEST_EVENTS
from metrics.figure import Figure, insufficient, nothing_below, with_estimate
from metrics.status import INSUFFICIENT_BELOW, maturity


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    usable = [row for row in rows if row["ending"] != "unusable"]
    left_out = total(rows, "units") - total(usable, "units")
    table = _daily(usable, by_scope(metric.counting["events"], scope))
    if metric.counting["estimate"] == "median":
        return [_median(table, left_out)]
    curve = aalen_johansen(table["days"], {k: table[k] for k in ("event", "other")}, table["open"])
    return [
        _by_horizon(curve, usable, horizon, share_left_out(left_out, curve.size))
        for horizon in metric.horizons
    ]


def _daily(rows: list[dict], events: tuple[str, ...] | str) -> dict[str, list[int]]:
    """The daily table: the ends that count, other ends, and the censored."""
    table = {"days": [], "event": [], "other": [], "open": []}
    for row in rows:
        ending = row["ending"]
        column = "open" if ending == "open" else "other"
        if column != "open" and (events == "any" or ending in events):
            column = "event"
        table["days"].append(int(row["days"]))
        for name in ("event", "other", "open"):
            table[name].append(int(row["units"]) if name == column else 0)
    return table


def _median(table: dict[str, list[int]], left_out: float) -> Figure:
    ended, entered = float(sum(table["event"])), float(sum(map(sum, list(table.values())[1:])))
    figure = Figure(ended, entered, missing_share=share_left_out(left_out, entered))
    median = kaplan_meier_median(table["days"], table["event"], table["open"])
    if not median_is_shown(median, int(ended)):
        median = Estimate(None, None, None, median.method)
    shown = with_estimate(figure, median, entered, is_share=False, left_out=left_out)
    # Time brings more ends only where somebody is open, and enough of them only where enough entered.
    if median.value is None and ended < entered >= FEWEST_EVENTS:
        return replace(shown, blank="not_yet", status=None)
    return shown


def _by_horizon(
    curve: Curve, rows: list[dict], horizon: int, missing_share: float | None
) -> Figure:
    entered = curve.size
    known = curve.events_until(horizon, "event")
    settled = curve.events_until(horizon) + curve.number_at_risk(horizon + 1)
    # Whoever was followed to the horizon itself is settled too: nothing happened by then.
    settled += _censored_on(curve, horizon)
    figure = Figure(known, entered, horizon_days=horizon, missing_share=missing_share)
    if not entered:
        return nothing_below(figure, missing_share or 0)
    if entered < INSUFFICIENT_BELOW:
        return insufficient(figure)
    # Where everybody ended or was followed to the horizon, a younger member has nothing to wait for.
    followable = int(total(rows, f"followable_{horizon}")) if settled < entered else entered
    ripe = maturity(followable, entered, curve.number_at_risk(horizon))
    bounds = {
        "bound_lower": known / entered,
        "bound_upper": (known + entered - settled) / entered,
        "maturity": ripe,
    }
    figure = replace(figure, **bounds)
    if ripe == "bounds_only":
        return replace(figure, blank="not_yet")
    # Without a value although the cohort is old enough: too few were in sight up to the horizon.
    return with_estimate(
        figure, cumulative_incidence_at(curve, horizon, "event"), entered, is_share=True
    )


def _censored_on(curve: Curve, day: int) -> int:
    return int(curve.censored[curve.days == day].sum())
