"""The strata that are told of one place and block of years, for its total and for groups."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial

import numpy as np
import pandas as pd

from metrics.comparing.cells_of_people import are_fit
from metrics.comparing.groups_within import FEWEST_STRATA, Groups, groups_within
from metrics.comparing.references import REFERENCES
from metrics.comparing.safe_strata import REST, Label, crossed_strata, together
from metrics.comparing.shown import NO_HORIZON, Shown
from metrics.definition import CROSSED

Counted = dict[str, dict[str, dict[Label, np.ndarray]]]
"""breakdown -> category -> stratum -> counts, shape (horizons, 2)"""
Piece = tuple[str, str, Label, int, np.ndarray]
"""Breakdown, category, stratum, place of the horizon, and its part and whole."""


def strata_told(
    rows: pd.DataFrame, shown: Shown, case_mix: tuple[str, ...], minimum: float
) -> Iterator[Piece]:
    """The pieces of the total and of each breakdown; none unless the rows count what is shown.

    `rows` are undisclosed strata of the place and block.
    """
    counted = _counted(rows, shown)
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
