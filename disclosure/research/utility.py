"""How much a research table still tells: what was kept, what was held back, and how far its figures are off.

An exact error would undo the protection, since table plus error is the truth. So every measure is
rounded to a step that hides at least `minimum_count` people: half a step times the records of the
table is no fewer. Large tables are told to two decimals, small ones to one, and tiny ones not at all.
"""

from itertools import combinations

import numpy as np
import pandas as pd

from disclosure.policy import threshold
from disclosure.research.base import NOT_TOLD, PERIOD, PLACE, Base, Headline, Outcome
from disclosure.research.lattice import Node

UTILITY_COLUMNS = ["table_name", "profile", "measure", "value"]
DROPPED = "records dropped at most"
LEAST_TOLD = 3
"""Times the minimum: a reader who knows that somebody was dropped still has room for the minimum of the strictest profile."""
STEPS = (0.01, 0.02, 0.05, 0.1)


def utility(
    base: Base,
    outcome: Outcome,
    profile: str,
    node: Node,
    source: pd.DataFrame,
    cells: pd.DataFrame,
) -> pd.DataFrame:
    """The measures of one table. `source` holds true counts, `cells` true and shown ones.

    The truth is told as coarsely as the table tells it, so that the errors are those of rounding,
    of what is held back and of what is dropped.
    """
    whole, kept = int(source["units"].sum()), int(cells["units"].sum())
    seen = cells.assign(units=cells["shown"])
    source = _told_coarsely(base, node, source)
    known = [name for name in base.keys[:-2] if (source[name] != NOT_TOLD).any()]
    values = {
        "records kept, share": kept / whole,
        **{f"{name} held back, share": _share(seen, name) for name in base.keys},
        **_share_errors(known, outcome, source, seen),
        **_table_errors(known, outcome, source, seen),
        **_headline_differences(base, outcome, source, seen),
    }
    told = [(name, coarse(value, whole)) for name, value in values.items()]
    for attribute, level in zip(base.attributes, node, strict=True):
        coarser = level / (len(attribute.recodings) - 1)
        told.append(
            (f"{attribute.name} told coarser, 0 as recorded to 1 not at all", round(coarser, 2))
        )
    told.append((DROPPED, float(dropped_at_most(whole - kept))))
    rows = [(outcome.table, profile, name, value) for name, value in told if value is not None]
    return pd.DataFrame(rows, columns=UTILITY_COLUMNS)


def coarse(value: float | None, records: int) -> float | None:
    """A measure rounded so that it hides at least `minimum_count` of the records; None where no step does."""
    if value is None or np.isnan(value):
        return None
    steps = [step for step in STEPS if step / 2 * records >= threshold("minimum_count")]
    return round(round(value / steps[0]) * steps[0], 2) if steps else None


def dropped_at_most(dropped: int) -> int:
    """A bound that readers may know: the next full ten, and never less than thirty."""
    step = threshold("minimum_count")
    return max(LEAST_TOLD * step, -(-dropped // step) * step)


def _told_coarsely(base: Base, node: Node, source: pd.DataFrame) -> pd.DataFrame:
    levels = {
        each.name: source[each.name].replace(each.recodings[level])
        for each, level in zip(base.attributes, node, strict=True)
    }
    return source.assign(**levels)


def _share(seen: pd.DataFrame, name: str) -> float:
    return seen.loc[seen[name] == NOT_TOLD, "units"].sum() / seen["units"].sum()


def _share_errors(known, outcome, source, seen) -> dict[str, float | None]:
    """How far the shares of the outcomes are off, on average over groups that are large enough for a rate."""
    found = {}
    for name in (*known, PLACE):
        true, told = (_counts(each, [name], outcome.name) for each in (source, seen))
        true = true[true.sum(axis=1) >= threshold("rate_denominator_minimum")]
        told = told.reindex(index=true.index, columns=true.columns, fill_value=0)
        told = told[told.sum(axis=1) > 0]
        wrong = (_of_row(told) - _of_row(true.loc[told.index])).abs()
        found[f"shares of {outcome.name} by {name}, mean absolute error"] = (
            wrong.to_numpy().mean() if wrong.size else None
        )
    return found


def _table_errors(known, outcome, source, seen) -> dict[str, float]:
    """Total variation between true and shown two-way tables; what is held back counts as wrong."""
    pairs = [
        pair
        for pair in combinations((PLACE, PERIOD, *known, outcome.name), 2)
        if PLACE in pair or outcome.name in pair
    ]
    return {
        f"{one} by {other}, total variation": _total_variation(source, seen, [one, other])
        for one, other in pairs
    }


def _total_variation(source, seen, names: list[str]) -> float:
    true, told = (each.groupby(names)["units"].sum() for each in (source, seen))
    return (told / told.sum()).sub(true / true.sum(), fill_value=0).abs().sum() / 2


def _headline_differences(base, outcome, source, seen) -> dict[str, float | None]:
    return {
        f"{each.metric_id}, mean difference from the official figure": _difference(
            each, outcome, source, seen
        )
        for each in base.headlines
        if each.table == outcome.table
    }


def _difference(each: Headline, outcome: Outcome, source, seen) -> float | None:
    """Over places and periods: of a count relative to it, of a share in the share itself."""
    true, told = (_counts(frame, [PLACE, PERIOD], outcome.name) for frame in (source, seen))
    whole = list(each.whole or outcome.codes)
    true, told = (frame.reindex(columns=outcome.codes, fill_value=0) for frame in (true, told))
    true = true[true[whole].sum(axis=1) >= threshold("rate_denominator_minimum")]
    told = told[told[whole].sum(axis=1) > 0]
    both = true.index.intersection(told.index)
    true, told = true.loc[both], told.loc[both]
    if not len(both):
        return None
    if not each.whole:
        return (told.sum(axis=1) / true.sum(axis=1) - 1).abs().mean()
    shares = [
        frame[list(each.part)].sum(axis=1) / frame[whole].sum(axis=1) for frame in (told, true)
    ]
    return (shares[0] - shares[1]).abs().mean()


def _counts(frame: pd.DataFrame, names: list[str], column: str) -> pd.DataFrame:
    return frame.pivot_table(
        index=names, columns=column, values="units", aggfunc="sum", fill_value=0
    )


def _of_row(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.div(frame.sum(axis=1), axis=0)
