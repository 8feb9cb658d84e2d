"""The strata of case mix that a release tells: all that adjusted numbers are made of, safe beside the results.

A closed rule, so that no stratum has to be hidden, which others would give away. Every place and
block of years has one way of putting strata together, for its total and for all horizons told; each
breakdown one, the same for all its groups, made of the pieces of the total. Told are only groups
whose counts the results show. Every number of people that the table tells, and of those who are left
when groups told are taken off the total, is nobody or the minimum or more. A category of the case
mix stands by itself only if the results show it; those they hide are together in a rest, so that
nothing is learned of each. Where that cannot be had, nothing is told.
"""

from collections.abc import Collection, Mapping
from types import MappingProxyType

import pandas as pd

from metrics.comparing.frame import in_columns
from metrics.comparing.references import REFERENCES
from metrics.comparing.shown import BLOCK, NO_HORIZON, SERIES, Shown, ShownBlocks
from metrics.comparing.strata_of_block import Piece, strata_told
from metrics.definition import CROSS, CROSSED, SCOPES
from metrics.result import RESULT_COLUMNS

STRATA_TABLE_COLUMNS: dict[str, tuple[str, str]] = {
    **{
        name: RESULT_COLUMNS[name]
        for name in ("metric_id", "scope", "jurisdiction", "period_start", "period_end")
    },
    "horizon_days": RESULT_COLUMNS["horizon_days"],
    "breakdown": RESULT_COLUMNS["breakdown"],
    "category": RESULT_COLUMNS["category"],
    "stratum": (
        "VARCHAR",
        f"Members of the case mix of the metric, in its order, without that of the breakdown itself, joined by '{CROSSED}'; "
        "rest stands for all members, or all strata, that are not named beside it.",
    ),
    "part": (
        "INTEGER",
        "Units of the category in the stratum that count: they add up to the numerator in results.",
    ),
    "whole": (
        "INTEGER",
        "All units of the category in the stratum: they add up to the denominator in results.",
    ),
}
"""Column -> (DuckDB type, meaning), in order."""


def published_strata(
    results: pd.DataFrame,
    strata: pd.DataFrame,
    catalogue: Mapping,
    minimum: float,
    inside: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> pd.DataFrame:
    """One row a stratum, group, horizon, place and block of years; sorted. Columns are STRATA_TABLE_COLUMNS.

    `results` are the published ones, `strata` the undisclosed counts of `metrics.strata`; `minimum`
    is the smallest count of people that may be told. `inside` maps a metric to those that count
    people among its own (`metrics_inside`): a category that any of them hides does not stand by
    itself. Only the narrower scope has strata, for the wider holds the same people and others.
    """
    held = {
        name: tuple(CROSS.join(metric.case_mix).split(CROSS))
        for name, metric in catalogue.items()
        if metric.case_mix
    }
    looked_at = {*held, *(name for each in held for name in inside.get(each, ()))}
    results = results[results["metric_id"].isin(looked_at)]
    blocks = ShownBlocks(results, {name: catalogue[name] for name in held}, inside)
    wanted = strata["metric_id"].isin(held) & strata["breakdown"].isin(["total", *REFERENCES])
    mixed = strata[wanted & (strata["scope"] == SCOPES[0])]
    rows: list[dict] = []
    for place, counted in mixed.groupby([*SERIES, *BLOCK], sort=True):
        shown = blocks.of(place[:3], *place[3:])
        if shown is not None:
            told = strata_told(counted, shown, held[place[0]], minimum)
            rows += [_row(place, shown, piece) for piece in told]
    return in_columns(pd.DataFrame(rows, columns=[*STRATA_TABLE_COLUMNS]), STRATA_TABLE_COLUMNS)


def _row(place: tuple, shown: Shown, piece: Piece) -> dict:
    breakdown, category, label, number, (part, whole) = piece
    horizon = shown.horizons[number]
    return dict(zip((*SERIES, *BLOCK), place, strict=True)) | {
        "horizon_days": None if horizon == NO_HORIZON else horizon,
        "breakdown": breakdown,
        "category": category,
        "stratum": CROSSED.join(label),
        "part": part,
        "whole": whole,
    }
