"""Sets of people that a reader makes up of groups and times, where groups within strata are told by fewer horizons than elsewhere.

The results tell each group by every horizon, the strata of the total too, the groups within strata
by one. Adding and subtracting these, a reader can count, say, women who were convicted late in some
strata together with men who were convicted early in the others. Such a set is small where both of
its halves are; this finds out whether any is.
"""

from itertools import product

import numpy as np

NOT_KNOWN_EMPTY = 1e-3
"""Added to what may hold somebody for all a reader knows: to learn that nobody is there is to learn something."""
MOST_CELLS = 12
"""Groups times times, beyond which nobody looks through all ways of choosing."""


def has_small_mix(pieces: list[np.ndarray], minimum: float) -> bool:
    """True where some set that can be made up is small, or is nobody and says so of cells of which
    that was not known; or where there are too many ways to look through.

    `pieces` has for each stratum the people by group and time, shape (groups, times); times are
    those that the strata tell together. Known are the sums over times, those over groups, and those
    over strata. A set chooses cells in each stratum; it can be counted if its choices in any two
    strata differ only by a number for each group and one for each time.
    """
    groups, times = pieces[0].shape
    if min(groups, times) < 2:
        return False
    if groups * times > MOST_CELLS:
        return True
    choices = np.array([*product((0, 1), repeat=groups * times)]).reshape(-1, groups, times)
    likeness = choices - choices[:, :1] - choices[:, :, :1] + choices[:, :1, :1]
    is_mixed = likeness.any(axis=(1, 2))
    choices, likeness = choices[is_mixed], likeness[is_mixed]
    may_be = np.sum(pieces, axis=0) > 0
    counts = np.stack(
        [(choices * _with_unknown(piece, may_be)).sum(axis=(1, 2)) for piece in pieces]
    )
    is_few = (counts < minimum).any(axis=0)
    few: dict[bytes, list[np.ndarray]] = {}
    for kind, numbers in zip(likeness[is_few], counts[:, is_few].T, strict=True):
        few.setdefault(kind.tobytes(), []).append(numbers)
    return any(_reach_small(np.array(each).T, minimum) for each in few.values())


def _with_unknown(piece: np.ndarray, may_be: np.ndarray) -> np.ndarray:
    known = (piece.sum(axis=1, keepdims=True) > 0) & (piece.sum(axis=0) > 0)
    return piece + NOT_KNOWN_EMPTY * (may_be & known)


def _reach_small(counts: np.ndarray, minimum: float) -> bool:
    """True where one number of each row can be chosen so that they add up to somebody, but few."""
    reached = {0.0}
    for row in counts:
        reached = {before + one for before in reached for one in {*row} if before + one < minimum}
    return bool(reached - {0.0})
