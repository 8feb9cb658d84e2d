"""Which groups of a breakdown are told within strata, by which strata, the same for all of them, and at which horizons."""

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import NamedTuple

import numpy as np

from metrics.comparing.cells_of_people import are_fit
from metrics.comparing.mixed_sets import has_small_mix
from metrics.comparing.safe_strata import Label, safe_strata, together

COVERED_FROM = 0.8
"""Share of each group that the strata with both groups have to hold, for one number to stand for all."""
FEWEST_STRATA = 2

Groups = dict[str, dict[Label, np.ndarray]]
"""group -> stratum -> counts, shape (horizons, 2)"""


class Told(NamedTuple):
    """Groups with their counts by piece, at all horizons, and the places of the horizons that are told."""

    groups: Groups
    horizons: tuple[int, ...]


NOTHING = Told({}, ())


def groups_within(
    groups: Groups,
    large: Collection[str],
    reference: str,
    everybody: Mapping[Label, np.ndarray],
    horizons: tuple[int, ...],
    minimum: float,
) -> Told:
    """The groups that are told, of those that are `large`; nothing where none can be.

    Those told and all others together are fit in every piece. Of the smallest groups as many join
    the others, and of the horizons all or one are told, so that most gaps can be adjusted, at the
    longest horizon and within most strata.
    """
    nobody = np.zeros_like(next(iter(everybody.values())))
    sizes = {name: sum(groups[name].values())[..., 1].max() for name in large if name in groups}
    names = sorted(sizes, key=lambda name: (name == reference, sizes[name], name))
    best, most = NOTHING, (0, 0, 0)
    for told in _endings(names, reference):
        cells = {}
        for piece, counts in everybody.items():
            mine = [groups[name].get(piece, nobody) for name in told]
            cells[piece] = np.stack([*mine, counts - sum(mine)])
        for chosen in dict.fromkeys((horizons, *((number,) for number in reversed(horizons)))):
            pieces = _pieces(cells, chosen, minimum)
            gaps, strata = _said(pieces)
            said = gaps * len(chosen), chosen[-1], strata
            if gaps and said > most and _are_safe_at(chosen, pieces, minimum):
                by_name = {
                    name: {piece: each[number] for piece, each in pieces.items()}
                    for number, name in enumerate(told)
                }
                best, most = Told(by_name, chosen), said
    return best


def _endings(names: list[str], reference: str) -> Iterator[list[str]]:
    if reference in names:
        for first in range(len(names) - 1):
            yield names[first:]


def _pieces(
    cells: Mapping[Label, np.ndarray], chosen: tuple[int, ...], minimum: float
) -> dict[Label, np.ndarray]:
    """Group by horizon within pieces that are fit at the chosen horizons."""
    at = {label: counts[:, [*chosen]] for label, counts in cells.items()}
    pieces = safe_strata(at, partial(are_fit, minimum=minimum))
    return together(cells, pieces) if pieces else {}


def _are_safe_at(
    chosen: tuple[int, ...], pieces: Mapping[Label, np.ndarray], minimum: float
) -> bool:
    """Whether nobody can be found by the horizons at which the groups are told, but not within strata."""
    counts = [*pieces.values()]
    if len(chosen) == counts[0].shape[1]:
        return True
    if len(chosen) > 1 or any((each[..., 1] != each[:, :1, 1]).any() for each in counts):
        return False
    by_time = [np.diff(each[..., 0], axis=1, prepend=0, append=each[:, :1, 1]) for each in counts]
    cut = chosen[0] + 1
    return not any(
        has_small_mix([each[:, part] for each in by_time], minimum)
        for part in (slice(cut), slice(cut, None))
    )


def _said(pieces: Mapping[Label, np.ndarray]) -> tuple[int, int]:
    """Groups that strata say something of, each beside the reference, which is the last but one; and the strata for all."""
    if len(pieces) < FEWEST_STRATA:
        return 0, 0
    wholes = np.stack([*pieces.values()])[..., 1].max(axis=-1)
    reference, found = wholes[:, -2], []
    for own in wholes[:, :-2].T:
        both = (own > 0) & (reference > 0)
        covered = min(own[both].sum() / own.sum(), reference[both].sum() / reference.sum())
        if both.sum() >= FEWEST_STRATA and covered >= COVERED_FROM:
            found.append(int(both.sum()))
    return len(found), sum(found)
