"""What a set of results must have before anybody may see it, whatever the numbers say."""

import pandas as pd

from disclosure.planning.leaving_out import LEFT_OUT
from metrics.result import BLANKS, KEY, STATUSES

_WITHOUT_A_VALUE = ("suppressed", "insufficient")
"""Steps of the ladder on which no number is shown."""
_BESIDE_A_VALUE = ("lower", "upper", "interval_method", "status")


def incomplete(
    results: pd.DataFrame, definitions: pd.DataFrame, plan: pd.DataFrame | None = None
) -> list[str]:
    """Every way in which results and definitions are not fit to be shown, one sentence each.

    `plan` names the tables that are left out to protect people, and says so to readers.
    """
    return [
        *_lonely_values(results),
        *_bare_blanks(results),
        *_steps(results),
        *_keys(results),
        *_pairs(results, definitions, plan),
    ]


def _lonely_values(results: pd.DataFrame) -> list[str]:
    valued = results[results["value"].notna()]
    found = []
    for name in _BESIDE_A_VALUE:
        count = int(valued[name].isna().sum())
        if count:
            metrics = _named(valued[valued[name].isna()])
            found.append(f"{count} values stand without {name} ({metrics}).")
    # Rounding in the last digits is no contradiction.
    value, lower, upper = (pd.to_numeric(valued[name]) for name in ("value", "lower", "upper"))
    slack = 1e-9 * value.abs().clip(lower=1.0)
    outside = valued[(value < lower - slack) | (value > upper + slack)]
    if len(outside):
        found.append(f"{len(outside)} values lie outside their own interval ({_named(outside)}).")
    return found


def _bare_blanks(results: pd.DataFrame) -> list[str]:
    found = []
    bare = results[results["value"].isna() & results["blank"].isna()]
    if len(bare):
        found.append(f"{len(bare)} results have neither value nor reason ({_named(bare)}).")
    both = results[results["value"].notna() & results["blank"].notna()]
    if len(both):
        found.append(f"{len(both)} results have a value and a reason for none ({_named(both)}).")
    for name, allowed in (("blank", BLANKS), ("status", STATUSES)):
        strange = results[results[name].notna() & ~results[name].isin(allowed)]
        if len(strange):
            found.append(
                f"{len(strange)} results have a {name} of no known kind ({_named(strange)})."
            )
    return found


def _steps(results: pd.DataFrame) -> list[str]:
    """The step a number stands on and the reason why it is not there must say the same."""
    found = []
    for step in _WITHOUT_A_VALUE:
        apart = results[(results["status"] == step) != (results["blank"] == step)]
        if len(apart):
            found.append(
                f"{len(apart)} results are called {step} in one place only ({_named(apart)})."
            )
    shown = ~results["status"].isin(_WITHOUT_A_VALUE) & results["status"].notna()
    hollow = results[shown & results["value"].isna()]
    if len(hollow):
        found.append(f"{len(hollow)} results have a status but no value ({_named(hollow)}).")
    return found


def _keys(results: pd.DataFrame) -> list[str]:
    repeated = results[results.duplicated(list(KEY), keep=False)]
    return (
        [f"{len(repeated)} results share their key ({_named(repeated)})."] if len(repeated) else []
    )


def _pairs(
    results: pd.DataFrame, definitions: pd.DataFrame, plan: pd.DataFrame | None
) -> list[str]:
    explained = set(results["metric_id"])
    if plan is not None:
        explained |= set(plan.loc[plan["offer"] == LEFT_OUT, "metric_id"])
    known = set(definitions["metric_id"])
    found = [
        f"Metric {row.metric_id} has no counter-metric here: {row.pair or 'none'} is not defined."
        for row in definitions.itertuples()
        if row.pair not in known
    ]
    counted = set(results.loc[results["source"] == "case", "metric_id"])
    found += [
        f"Metric {row.metric_id} has results, but its counter-metric {row.pair} has none."
        for row in definitions.itertuples()
        if row.metric_id in counted and row.pair in known - explained
    ]
    undefined = sorted(set(results["metric_id"]) - known)
    return found + [f"Metric {name} has results but no definition." for name in undefined]


def _named(rows: pd.DataFrame) -> str:
    return ", ".join(sorted(set(rows["metric_id"])))
