"""What protection cost and what was tried against it: the release tables `protection` and `audits`.

`protection_report` counts, by metric and place, how many results are shown, shown in part, hidden, or
not there for another reason. It reads published results and nothing else, so whatever it says could be
counted by any reader: it adds nothing to what a release gives away. What only the protector knows stays
out: which hidden number was small and which one only covers for it, how dense a table was before it was
coarsened, how many numbers the attacker first found and had hidden as well.

`audit_report` tells the attacks that the release withstood. Sizes are orders of magnitude: the exact
number of cells behind an attack counts cells that no table shows.
"""

from collections.abc import Collection, Iterable, Mapping

import pandas as pd

ALL = "all"
"""Stands for every metric, or every place."""

PROTECTION_COLUMNS: dict[str, tuple[str, str]] = {
    "metric_id": ("VARCHAR", "Metric, as in definitions; all: every metric together."),
    "jurisdiction": ("VARCHAR", "Place, as in results; all: every place together."),
    "headline": ("VARCHAR", "yes: counted over headline metrics only; no: over every metric."),
    "planned": ("BIGINT", "Results from case data that this release has a row for."),
    "shown": ("BIGINT", "Of these, results with a value."),
    "partly_shown": ("BIGINT", "Results without a value of which a count is shown."),
    "hidden": ("BIGINT", "Results hidden to protect people, with all their counts."),
    "absent": (
        "BIGINT",
        "Results that are not there for a reason other than protection: not reported, too early, and so on.",
    ),
    "open_court": ("BIGINT", "Of those shown, facts of open court, which are exact."),
    "share_shown": (
        "DOUBLE",
        "shown of shown, partly shown and hidden; empty where there is none of these.",
    ),
    "less_detail": ("BIGINT", "Tables told in less detail or left out, as in plan."),
}
"""Column -> (DuckDB type, meaning), in order."""

PROTECTION_ORDER = ("metric_id", "jurisdiction", "headline")

AUDIT_COLUMNS: dict[str, tuple[str, str]] = {
    "position": ("INTEGER", "Order in which the attacks build on one another."),
    "audit": ("VARCHAR", "Attack that was tried on the finished release."),
    "tries": ("VARCHAR", "What the attacker does, in a sentence."),
    "outcome": ("VARCHAR", "passed, not_needed (there was nothing to attack) or not_run."),
    "cells": ("VARCHAR", "How many cells were looked at, as an order of magnitude."),
    "sentence": ("VARCHAR", "What the outcome means for a reader."),
}
"""Column -> (DuckDB type, meaning), in order."""

AUDIT_ORDER = ("position",)

AUDITS = {
    "line": "Works hidden counts out along every line of every table, from totals, parts and zeros.",
    "linear": "Narrows every hidden count down as far as all sums together allow.",
    "integer": "Does the same with whole numbers, which leave less room, where tables are small enough.",
    "informed": "Does the same as somebody who already knows one of the small hidden counts.",
    "research": "Puts the tables and the research data beside one another.",
    "previous": "Puts this release beside the one before it, and takes differences.",
    "visible": "Looks for a small count that is shown, or left over between two that are shown.",
    "artefacts": "Searches the finished file for identifiers, tokens and remains of what was hidden.",
}
"""Attack -> what it tries, in the order in which they build on one another."""

OUTCOMES = {
    "passed": "No hidden number could be narrowed down further than the policy allows.",
    "not_needed": "There was nothing in this release to try it on.",
    "not_run": "It was not tried on this release, so nothing can be said about it.",
}
"""Outcome -> what it means. An attack that succeeds has no word here: it stops the release."""

LEFT_OUT = "left_out"
"""Offer in the plan of a table that is not told at all."""
_COUNTS = ("numerator", "denominator")
_PARTLY = ("suppressed", "insufficient")
"""Reasons under which a count may still be shown."""


def protection_report(
    results: pd.DataFrame, plan: pd.DataFrame | None = None, headlines: Collection[str] = ()
) -> pd.DataFrame:
    """Rows of the table `protection`: each metric and all, by each place and all.

    `results` are the published ones; only those from case data are protected, so only they count. `plan`
    is the release's table of what is told at which detail. Rows over all metrics are given twice: over headline metrics and over all.
    """
    told = _classified(results)
    plan = _coarsened(plan)
    is_headline = told["metric_id"].isin(list(headlines))
    counted = [
        _counted(told, plan, ["metric_id", "jurisdiction"]),
        _counted(told, plan, ["metric_id"]),
    ]
    for frame in counted:
        frame["headline"] = frame["metric_id"].isin(list(headlines)).map({True: "yes", False: "no"})
    for kept, of_plan, headline in (
        (told, plan, "no"),
        (told[is_headline], plan[plan["metric_id"].isin(list(headlines))], "yes"),
    ):
        counted += [
            _counted(kept, of_plan, keys).assign(headline=headline)
            for keys in (["jurisdiction"], [])
        ]
    found = pd.concat(counted, ignore_index=True)
    decided = found["shown"] + found["partly_shown"] + found["hidden"]
    found["share_shown"] = (found["shown"] / decided.where(decided > 0)).round(4)
    found = found.sort_values(list(PROTECTION_ORDER), ignore_index=True)
    return found[list(PROTECTION_COLUMNS)]


def audit_report(outcomes: Iterable[Mapping]) -> pd.DataFrame:
    """Rows of the table `audits`, one an attack in `AUDITS`; one that nobody speaks of was not run.

    Each of `outcomes` has `audit`, `outcome` and, where it is known, `cells`, a whole number. Raises
    ValueError for an attack or an outcome of no known name: what was found by an attack is never
    reported, it stops the release.
    """
    by_name = {each["audit"]: each for each in outcomes}
    strange = sorted(set(by_name) - set(AUDITS))
    strange += sorted({str(each["outcome"]) for each in by_name.values()} - set(OUTCOMES))
    if strange:
        raise ValueError(f"No audit or outcome is called {', '.join(strange)}.")
    rows = []
    for position, (audit, tries) in enumerate(AUDITS.items(), start=1):
        found = by_name.get(audit, {"outcome": "not_run"})
        outcome = found["outcome"]
        cells = None if outcome != "passed" else order_of_magnitude(found.get("cells"))
        rows.append((position, audit, tries, outcome, cells, OUTCOMES[outcome]))
    return pd.DataFrame(rows, columns=list(AUDIT_COLUMNS), dtype=object)


def order_of_magnitude(number: int | None) -> str | None:
    """A number of cells so coarse that no single one shows in it: 10,000 to 99,999."""
    if number is None or pd.isna(number):
        return None
    if number < 100:
        return "fewer than 100"
    floor = 10 ** (len(str(int(number))) - 1)
    return f"{floor:,} to {10 * floor - 1:,}"


def _classified(results: pd.DataFrame) -> pd.DataFrame:
    """Results from case data with a column of 0 and 1 for each way of being there or not."""
    kept = results[results["source"] == "case"]
    has_value = kept["value"].notna()
    has_count = kept[list(_COUNTS)].notna().any(axis=1)
    partly = ~has_value & has_count & kept["blank"].isin(_PARTLY)
    hidden = ~has_value & ~partly & (kept["blank"] == "suppressed")
    open_court = pd.Series(False, index=kept.index)
    if "public_fact" in kept:
        open_court = kept["public_fact"].eq(True).fillna(False) & has_value
    ways = {
        "planned": pd.Series(True, index=kept.index),
        "shown": has_value,
        "partly_shown": partly,
        "hidden": hidden,
        "absent": ~has_value & ~partly & ~hidden,
        "open_court": open_court,
    }
    numbers = {name: column.astype("int64") for name, column in ways.items()}
    return kept[["metric_id", "jurisdiction"]].assign(**numbers)


def _coarsened(plan: pd.DataFrame | None) -> pd.DataFrame:
    """Metric and place of every table that is told in less detail, each with a 1."""
    columns = ["metric_id", "jurisdiction"]
    if plan is None or plan.empty:
        return pd.DataFrame({name: [] for name in columns} | {"less_detail": []}, dtype=object)
    passed_over = plan["passed_over"].astype(object)
    is_less = (passed_over.notna() & (passed_over != "")) | (plan["offer"] == LEFT_OUT)
    return plan.loc[is_less, columns].assign(less_detail=1)


def _counted(told: pd.DataFrame, plan: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Sums by these keys; the other keys read `all`. A table left out altogether has a row too."""
    others = {name: ALL for name in ("metric_id", "jurisdiction") if name not in keys}
    named, of_plan = told.assign(**others), plan.assign(**others)
    by = ["metric_id", "jurisdiction"]
    numbers = [name for name in told.columns if name not in by]
    sums = named.groupby(by, dropna=False)[numbers].sum()
    less = of_plan.groupby(by, dropna=False)["less_detail"].sum()
    found = sums.join(less, how="outer").fillna(0).astype("int64")
    return found.reset_index()
