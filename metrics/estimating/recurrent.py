"""The mean number of events a person by each horizon, people followed for as long as they were in sight."""

import numpy as np

from metrics.definition import Metric
from metrics.estimating.sums import share_left_out, total
from metrics.estimators import Recurrences, mean_cumulative_at
from metrics.figure import Figure, insufficient, nothing_below, with_estimate
from metrics.status import INSUFFICIENT_BELOW, maturity


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    missing = share_left_out(total(rows, "unknown"), total(rows, "units"))
    rows = [row for row in rows if row["days"] is not None]
    # In order: fractions that are added up in another order end in other digits.
    table = Recurrences.of(
        sorted((row["days"], row["occurrences"]) for row in rows if row["fact"] == "end"),
        *(
            sorted(
                (r["days"], r["other_days"], r["occurrences"]) for r in rows if r["fact"] == fact
            )
            for fact in ("event", "pair")
        ),
    )
    first = [(row["days"], row["occurrences"]) for row in rows if row["fact"] == "first"]
    return [
        _by_horizon(
            table,
            float(sum(number for days, number in first if days <= horizon)),
            total(rows, f"followable_{horizon}"),
            horizon,
            missing,
        )
        for horizon in metric.horizons
    ]


def _by_horizon(
    table: Recurrences, persons: float, could: float, horizon: int, missing: float | None
) -> Figure:
    """`persons` had an event by the horizon; `could` be followed to it, seen or not."""
    entered, events = table.size, table.events_until(horizon)
    figure = Figure(
        float(events),
        float(entered),
        horizon_days=horizon,
        missing_share=missing,
        contributors=persons,
    )
    if not entered:
        return nothing_below(figure, missing or 0)
    if entered < INSUFFICIENT_BELOW:
        return insufficient(figure)
    followed = int(table.at_risk(np.array([horizon]))[0])
    ripe = maturity(int(could) if followed < entered else entered, entered, followed)
    # The counts tell the least it can be; how often the unseen were hit has no upper bound.
    figure = figure._replace(maturity=ripe)
    if ripe == "bounds_only":
        return figure._replace(blank="not_yet")
    return with_estimate(figure, mean_cumulative_at(table, horizon), entered, is_share=False)
