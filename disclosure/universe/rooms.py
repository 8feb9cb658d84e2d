"""How far from the truth a reader must hold a sensitive count possible."""

import numpy as np

from disclosure.policy import threshold


def rooms(values: np.ndarray, lower: np.ndarray, least: np.ndarray, width: np.ndarray) -> tuple:
    """How far below and above the truth a reader must hold a primary possible.

    Of few people, so that it may be enough of them, and less than there are. Of many who must be
    hidden all the same, so that far fewer is possible: where next to all share an outcome, more
    than all is out of the question. Either way what is possible is as wide as the policy says.
    """
    known_below = np.maximum(values - lower, 0.0)
    is_few = values < least
    below = np.where(
        is_few, np.minimum(known_below, threshold("room_below")), np.minimum(known_below, width)
    )
    above = np.maximum(np.where(is_few, least - values, 0.0), width - below)
    return below, above
