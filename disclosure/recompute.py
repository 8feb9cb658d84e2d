"""Everything that is made of counts, made again of those that are told.

What a hidden count went into is emptied with it; a rate of few is not told, though its counts are;
sums of money are rounded before anything is divided by them; and an estimate that rests on more
than the counts beside it is told to few digits.
"""

import numpy as np
import pandas as pd

from disclosure.policy import threshold
from disclosure.primary import is_protected, is_public

MONEY = "money"
NOTHING = 1e-200
DAYS = "days"
BESIDE = ["value", "lower", "upper", "interval_method", "bound_lower", "bound_upper"]
DERIVED = [*BESIDE, "missing_share"]
MEASURES = ("numerator", "denominator")


def hide_counts(results: pd.DataFrame, hidden: pd.DataFrame) -> pd.DataFrame:
    """Results without the counts marked in `hidden` (boolean columns numerator and denominator, same index).

    A row that lost a count is called suppressed, whichever it was, and keeps the other count alone.
    """
    left = results.copy()
    for name in MEASURES:
        left.loc[hidden[name], name] = None
    touched = hidden[list(MEASURES)].any(axis=1)
    left.loc[touched, [*DERIVED, "maturity"]] = None
    left.loc[touched, ["status", "blank"]] = "suppressed"
    return left


def recompute(
    results: pd.DataFrame,
    kinds: dict[str, str],
    value_units: dict[str, str],
    populations: dict[str, str] | None = None,
) -> pd.DataFrame:
    """Results whose values follow from the counts they show; rows, order and index stay.

    Bounds are coarsened before (`shares.coarsen_shares`), days after (`grid.coarsen_days`).
    `kinds`, `value_units` and `populations` map a metric to what it says of itself. Facts of open
    court are exact, but make no rate where they are few; figures of others and agencies' own are
    left as they are.
    """
    kind, unit = results["metric_id"].map(kinds), results["metric_id"].map(value_units)
    mine = is_protected(results)
    told = _with_rounded_money(results, mine & results["unit_counted"].eq(MONEY))
    told = _with_few_digits(told, mine & unit.ne(DAYS) & is_estimate(results, kind))
    counted = mine | is_public(results)
    return _without_rates_of_few(told, counted, kind, populations or {})


def is_estimate(results: pd.DataFrame, kind: pd.Series) -> pd.Series:
    """Whether a value rests on more than the counts beside it."""
    above, below, value = (pd.to_numeric(results[name]) for name in (*MEASURES, "value"))
    is_share = kind.isin(threshold("part_of_whole_kinds"))
    is_elsewhere = is_share & _differ(value, above, below)
    return value.notna() & (kind.isin(threshold("estimated_kinds")) | is_elsewhere)


def round_figures(numbers, figures: int, round_to=np.rint) -> np.ndarray:
    """Numbers to so many significant figures: nearest, or with np.floor and np.ceil below and above."""
    numbers = np.asarray(numbers, float)
    # Nothing counted is so small; what is, is left of a difference that should have been nothing.
    numbers = np.where(np.abs(numbers) < NOTHING, 0.0, numbers)
    size = np.floor(np.log10(np.abs(np.where(numbers == 0, 1.0, numbers))))
    places = (figures - 1 - size).astype(int)
    # Powers of ten are whole where they multiply and where they divide, so that nothing is left behind.
    up, down = 10.0 ** np.maximum(places, 0), 10.0 ** np.maximum(-places, 0)
    moved = round_to(np.round(numbers * up / down, 6))
    return moved * down / up


def _with_rounded_money(results: pd.DataFrame, rows: pd.Series) -> pd.DataFrame:
    told, figures = results.copy(), threshold("money_figures")
    for name in MEASURES:
        _move(told, rows, name, figures, np.rint)
    valued = rows & told["value"].notna()
    above, below = (pd.to_numeric(told.loc[valued, name]) for name in MEASURES)
    is_sum = below.isna()
    told.loc[valued, "value"] = above.where(is_sum, above / below)
    _move(told, valued, "lower", figures, np.floor)
    _move(told, valued, "upper", figures, np.ceil)
    value, lower, upper = (pd.to_numeric(told.loc[valued, n]) for n in ("value", "lower", "upper"))
    # A sum has no interval but itself; a ratio may have moved past its own by rounding.
    told.loc[valued, "lower"] = lower.clip(upper=value).mask(is_sum, value)
    told.loc[valued, "upper"] = upper.clip(lower=value).mask(is_sum, value)
    return told


def _with_few_digits(results: pd.DataFrame, rows: pd.Series) -> pd.DataFrame:
    told, figures = results.copy(), threshold("estimate_figures")
    above, below, value = (pd.to_numeric(results[name]) for name in (*MEASURES, "value"))
    # Where the value is the one count over the other, only its interval tells of anything else.
    _move(told, rows & _differ(value, above, below), "value", figures, np.rint)
    _move(told, rows, "lower", figures, np.floor)
    _move(told, rows, "upper", figures, np.ceil)
    # Bounds are wider than any digit; one that is the share of the counts beside it is exact.
    for name, side in (("bound_lower", "lower"), ("bound_upper", "upper")):
        known = rows & told[name].notna()
        clipped = pd.to_numeric(told.loc[known, "value"]).clip(**{side: told.loc[known, name]})
        told.loc[known, "value"] = clipped
    return told


def _differ(value: pd.Series, above: pd.Series, below: pd.Series) -> pd.Series:
    return ~((value - above / below.where(below > 0)).abs() < 1e-9)


def _without_rates_of_few(
    results: pd.DataFrame, mine: pd.Series, kind: pd.Series, populations: dict[str, str]
) -> pd.DataFrame:
    """Counts without a rate where too few people stand below the line."""
    told = results.copy()
    below = pd.to_numeric(results["denominator"])
    asked = mine & results["value"].notna() & ~kind.isin(threshold("sums_below_kinds"))
    asked &= ~results["unit_counted"].isin(threshold("sum_units"))
    few = asked & (below < _least_below(results, populations))
    told.loc[few, [*BESIDE, "maturity"]] = None
    told.loc[few, ["status", "blank"]] = "insufficient"
    return told


def _least_below(results: pd.DataFrame, populations: dict[str, str]) -> list[float]:
    named = zip(results["jurisdiction"], results["metric_id"], results["category"], strict=True)
    return [
        threshold("rate_denominator_minimum", place, populations.get(metric), metric, category)
        for place, metric, category in named
    ]


def _move(told: pd.DataFrame, rows: pd.Series, name: str, figures: int, round_to) -> None:
    known = rows & told[name].notna()
    told.loc[known, name] = round_figures(told.loc[known, name], figures, round_to)
