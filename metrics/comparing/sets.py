"""What is said of a whole set of places: how dispersed it is, which ranks chance allows, what pulling does."""

import numpy as np
import pandas as pd

from metrics.comparing.comparable import RATE_KINDS
from metrics.estimators import (
    dispersed_limits,
    overdispersion,
    pulled_rates,
    pulled_shares,
    rank_intervals_of_rates,
    rank_intervals_of_shares,
)
from metrics.estimators.overdispersion import FEWEST_PLACES, FEWEST_UNITS, NOT_COMPARABLE_FROM

_LEVELS = {"95": 0.95, "998": 0.998}


def describe_sets(rows: pd.DataFrame) -> pd.DataFrame:
    """Columns for the rows of the same index; empty where a set is too small to say so much.

    `rows` has `set`, `kind`, `per`, `target` (in the unit of the value), the counts, and `pooled`.
    """
    names = ["phi", "is_overdispersed", "shrunken", "shrunken_lower", "shrunken_upper"]
    names += [f"od_{side}_{level}" for level in _LEVELS for side in ("lower", "upper")]
    names += ["rank_lower", "rank_upper"]
    columns = {name: np.full(len(rows), np.nan, object) for name in names}
    kept = rows[rows["pooled"] & rows["target"].notna()]
    for _, places in kept.groupby("set", sort=True):
        at = rows.index.get_indexer(places.index)
        for name, values in _described(places).items():
            columns[name][at] = values
    return pd.DataFrame(columns, index=rows.index)


def _described(places: pd.DataFrame) -> dict:
    is_rate = places["kind"].iloc[0] in RATE_KINDS
    part, whole = places["numerator"].to_numpy(), places["denominator"].to_numpy()
    per = places["per"].iloc[0]
    target = places["target"].to_numpy() / per
    found: dict = {}
    pulled = (pulled_rates if is_rate else pulled_shares)(part, whole)
    if pulled is not None:
        found |= {name: per * values for name, values in pulled.shown().items()}
    ranks = rank_intervals_of_rates if is_rate else rank_intervals_of_shares
    found["rank_lower"], found["rank_upper"] = ranks(part, whole)
    overall = part.sum() / whole.sum()
    # A rate is compared as observed over expected, which is 1 on average.
    size, centre, scale = (
        (whole * overall, 1.0, "root_ratio") if is_rate else (whole, overall, "share")
    )
    enough = size >= FEWEST_UNITS
    if enough.sum() < FEWEST_PLACES or not 0 < overall < (np.inf if is_rate else 1):
        return found
    dispersion = overdispersion(part[enough], size[enough], centre, scale)
    found["phi"] = dispersion.phi
    found["is_overdispersed"] = bool(dispersion.phi > NOT_COMPARABLE_FROM)
    for name, level in _LEVELS.items():
        around = (whole * target, 1.0) if is_rate else (whole, target)
        limits = dispersed_limits(*around, dispersion.tau2, scale, level)
        for side in ("lower", "upper"):
            scaled = getattr(limits, side) * (target * per if is_rate else 1.0)
            found[f"od_{side}_{name}"] = scaled
    return found
