"""Which counts of people may be told of a set: each is nobody, or the minimum or more."""

import numpy as np


def are_fit(counts: np.ndarray, minimum: float) -> bool:
    """True where no number of people that the counts tell, or let a reader subtract, is small.

    `counts` has the shape (..., horizons, 2): units that count and all units, by one horizon after
    the other. People who count by a later horizon only, who were lost between two, and who do not
    count at all, are sets of people too; every other set that can be had is a sum of these.
    """
    part, whole = counts[..., 0], counts[..., 1]
    told = (
        part,
        whole - part,
        np.diff(part, axis=-1),
        np.diff(whole, axis=-1),
        np.diff(whole - part, axis=-1),
    )
    return not any(((each != 0) & (np.abs(each) < minimum)).any() for each in told)
