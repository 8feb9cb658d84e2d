"""How many unweighted answers a weighted sample is worth (Kish 1965, section 11.7)."""

from collections.abc import Sequence

import numpy as np


def kish_size(weights: Sequence[float], counts: Sequence[float] | None = None) -> float:
    """(sum w)^2 / sum w^2 over answers; `counts` says how many share each weight. 0 without answers."""
    weight = np.asarray(weights, float)
    count = np.ones_like(weight) if counts is None else np.asarray(counts, float)
    squares = float((count * weight**2).sum())
    return float((count * weight).sum()) ** 2 / squares if squares > 0 else 0.0
