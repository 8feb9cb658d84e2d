"""The strata of case mix that a release tells: all that adjusted numbers are made of, safe beside the results.

A closed rule, so that no stratum has to be hidden, which others would give away. Every place and
block of years has one way of putting strata together, for its total and for all horizons told; each
breakdown one, the same for all its groups, made of the pieces of the total. Told are only groups
whose counts the results show. Every number of people that the table tells, and of those who are left
when groups told are taken off the total, is nobody or the minimum or more. A category of the case
mix stands by itself only if the results show it; those they hide are together in a rest, so that
nothing is learned of each. Where that cannot be had, nothing is told.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from types import MappingProxyType

import numpy as np
import pandas as pd

from metrics.comparing.cells_of_people import are_fit
from metrics.comparing.frame import in_columns
from metrics.comparing.groups_within import FEWEST_STRATA, Groups, groups_within
from metrics.comparing.references import REFERENCES
from metrics.comparing.safe_strata import REST, Label, crossed_strata, together
from metrics.comparing.shown import BLOCK, NO_HORIZON, SERIES, Shown, ShownBlocks
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
Counted = dict[str, dict[str, dict[Label, np.ndarray]]]
"""breakdown -> category -> stratum -> counts, shape (horizons, 2)"""
Piece = tuple[str, str, Label, int, np.ndarray]
"""Breakdown, category, stratum, place of the horizon, and its part and whole."""


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
            told = _told(_counted(counted, shown), shown, held[place[0]], minimum)
            rows += [_row(place, shown, piece) for piece in told]
    return in_columns(pd.DataFrame(rows, columns=[*STRATA_TABLE_COLUMNS]), STRATA_TABLE_COLUMNS)


def _counted(rows: pd.DataFrame, shown: Shown) -> Counted:
    at = {horizon: number for number, horizon in enumerate(shown.horizons)}
    horizons = rows["horizon_days"] if "horizon_days" in rows else [None] * len(rows)
    names = (rows[name] for name in ("breakdown", "category", "stratum", "part", "whole"))
    found: Counted = defaultdict(lambda: defaultdict(dict))
    for horizon, breakdown, category, stratum, *numbers in zip(horizons, *names, strict=True):
        number = at.get(NO_HORIZON if pd.isna(horizon) else int(horizon))
        if number is not None:
            label = tuple(str(stratum).split(CROSSED))
            cells = found[breakdown][category]
            cells.setdefault(label, np.zeros((len(at), 2)))[number] += numbers
    # At a horizon not yet reached the results tell the whole cohort; it is that of the others.
    settled = max(number for number, is_told in enumerate(shown.is_compared) if is_told)
    open_yet = [number for number, is_told in enumerate(shown.is_compared) if not is_told]
    for categories in found.values():
        for cells in categories.values():
            for counts in cells.values():
                counts[open_yet, 1] = counts[settled, 1]
    return found


def _told(
    counted: Counted, shown: Shown, case_mix: tuple[str, ...], minimum: float
) -> Iterator[Piece]:
    total = counted["total"]["total"] if "total" in counted else {}
    if not total or not _is_sum(total, shown.total) or _is_crossed(shown):
        return
    units = {label: tuple(map(shown.unit, case_mix, label)) for label in total}
    for column, name in enumerate(case_mix):
        by_unit = together(total, {label: (unit[column],) for label, unit in units.items()})
        if not _agree(by_unit, shown.categories.get(name, {})):
            return
    crossed = crossed_strata(together(total, units), partial(are_fit, minimum=minimum))
    pieces = {label: crossed[unit] for label, unit in units.items() if unit in crossed}
    everybody = together(total, pieces) if pieces else {}
    if len(everybody) < FEWEST_STRATA:
        return
    horizons = tuple(number for number, is_told in enumerate(shown.is_compared) if is_told)
    yield from _pieces("total", {"total": everybody}, horizons)
    for breakdown in sorted(set(counted) & set(REFERENCES)):
        if breakdown in case_mix:
            groups = _members(everybody, case_mix.index(breakdown))
            yield from _pieces(breakdown, groups, horizons)
            continue
        groups = _by_group(counted[breakdown], pieces, shown, breakdown)
        if _are_those_of(groups, everybody, shown.categories.get(breakdown, {})):
            large, reference = shown.large.get(breakdown, set()), REFERENCES[breakdown]
            told = groups_within(groups, large, reference, everybody, horizons, minimum)
            yield from _pieces(breakdown, told.groups, told.horizons)


def _pieces(breakdown: str, groups: Groups, horizons: tuple[int, ...]) -> Iterator[Piece]:
    for category, cells in sorted(groups.items()):
        if len(cells) >= FEWEST_STRATA:
            for label, counts in cells.items():
                for number in horizons:
                    yield breakdown, category, label, number, counts[number]


def _members(everybody: dict[Label, np.ndarray], column: int) -> dict[str, dict[Label, np.ndarray]]:
    """Members of the case mix itself as groups: within what else is held fixed they are pieces already."""
    groups: dict[str, dict[Label, np.ndarray]] = defaultdict(dict)
    for label, counts in everybody.items():
        if label[column] != REST and len(label) > 1:
            groups[label[column]][label[:column] + label[column + 1 :]] = counts
    return groups


def _by_group(
    counted: Mapping[str, dict[Label, np.ndarray]],
    pieces: Mapping[Label, Label],
    shown: Shown,
    breakdown: str,
) -> Groups:
    """Group, as the results show it, -> piece -> counts; the rest are those that they do not show."""
    groups: Groups = defaultdict(dict)
    for category, cells in counted.items():
        own = groups[shown.unit(breakdown, category)]
        known = {label: counts for label, counts in cells.items() if label in pieces}
        for piece, counts in together(known, pieces).items():
            own[piece] = own[piece] + counts if piece in own else counts
    return groups


def _are_those_of(
    groups: Groups,
    everybody: Mapping[Label, np.ndarray],
    categories: Mapping[str, np.ndarray],
) -> bool:
    """True where the groups are all people of the pieces, each once, and those that the results tell."""
    totals = {(name,): sum(cells.values()) for name, cells in groups.items()}
    return _agree(totals, categories) and all(
        np.array_equal(sum(cells.get(piece, 0) for cells in groups.values()), counts)
        for piece, counts in everybody.items()
    )


def _agree(by_name: Mapping[Label, np.ndarray], categories: Mapping[str, np.ndarray]) -> bool:
    """True where strata count for every category what the results show of it."""
    return all(
        np.array_equal(by_name.get((name,), np.zeros_like(counts)), counts)
        for name, counts in categories.items()
    )


def _is_sum(cells: Mapping[Label, np.ndarray], total: np.ndarray) -> bool:
    return np.array_equal(sum(cells.values()), total)


def _is_crossed(shown: Shown) -> bool:
    """Tables of two traits at once are closed by no rule here; beside them nothing is told."""
    return any(CROSSED in breakdown for breakdown in shown.rows)


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
