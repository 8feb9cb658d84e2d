"""Whether places differ by more than chance alone, and limits that allow for it (Spiegelhalter 2005, QSHC 14:347).

Shares are compared on the arcsine-root scale, observed over expected on the root or the log scale.
The scores are winsorised, or cut, so that true outliers do not hide themselves; that makes their mean
square smaller than 1 even where there is chance alone (0.679 for 10 % at each end, 0.831 for 5 %), so
it is divided by what chance alone would give. `is_corrected=False` is the textbook value.
"""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from scipy.stats import rankdata

from metrics.estimators.intervals import Intervals, divided, normal_quantile

SCALES = ("share", "root_ratio", "log_ratio")
FEWEST_PLACES, FEWEST_UNITS = 10, 15
"""Places, and units (or expected events) in each, below which dispersion is not judged."""
NOT_COMPARABLE_FROM = 2.0
"""Dispersion from which places should not be compared before case mix and definitions are looked at."""


@dataclass(frozen=True)
class Dispersion:
    """`phi` is 1 where chance explains all; `tau2` is the variance between places on the scale."""

    phi: float
    tau2: float
    places: int


def overdispersion(
    part, size, target, scale: str = "share", trim: float = 0.1, *, is_cut=False, is_corrected=True
) -> Dispersion | None:
    """Dispersion of `part` over `size` around the target; None with fewer than two places.

    `size` is the whole of a share, or the expected events of a ratio (target 1). `trim` is the share
    of scores drawn in at each end, or with `is_cut` left out: the first and last of 1/`trim` groups
    of ranks, as the English hospital mortality indicator has it.
    """
    part, size, target = np.broadcast_arrays(*(np.asarray(x, float) for x in (part, size, target)))
    score, error = scores(part, size, target, scale)
    if score.size < 2:
        return None
    if is_cut:
        kept = _inner_groups(score, trim)
        score, error, trim = score[kept], error[kept], (1 - kept.mean()) / 2
    else:
        score = np.clip(score, *np.quantile(score, [trim, 1 - trim]))
    weight = 1 / error**2
    phi = float((score**2).mean())
    if is_corrected:
        phi /= by_chance(trim, is_cut=is_cut)
    k = len(score)
    spread = weight.sum() - (weight**2).sum() / weight.sum()
    tau2 = max(0.0, float((k * phi - (k - 1)) / spread)) if spread > 0 else 0.0
    return Dispersion(phi, tau2, k)


def _inner_groups(score: np.ndarray, trim: float) -> np.ndarray:
    """Which places are in neither the first nor the last of 1/`trim` groups of nearly equal size."""
    if trim == 0:
        return np.full(score.shape, True)
    groups = 1 / trim
    group = np.floor(rankdata(score) * groups / (score.size + 1))
    return (group > 0) & (group < groups - 1)


def scores(part, size, target, scale: str = "share") -> tuple[np.ndarray, np.ndarray]:
    """Standardised scores and the standard errors on the scale."""
    error = 1 / np.sqrt(size) if scale == "log_ratio" else 1 / (2 * np.sqrt(size))
    return (_forward(part / size, scale) - _forward(target, scale)) / error, error


def by_chance(trim: float, *, is_cut: bool = False) -> float:
    """The mean square of standard normal scores after winsorising, or cutting, `trim` at each end."""
    if trim == 0:
        return 1.0
    normal = NormalDist()
    q = normal.inv_cdf(1 - trim)
    inside = 1 - 2 * trim - 2 * q * normal.pdf(q)
    return inside / (1 - 2 * trim) if is_cut else inside + 2 * trim * q**2


def dispersed_limits(size, target, tau2: float, scale: str = "share", level=0.95) -> Intervals:
    """Limits of the funnel around the target when places differ by tau2 besides chance."""
    size, target = np.broadcast_arrays(np.asarray(size, float), np.asarray(target, float))
    error = np.sqrt(divided(1.0 if scale == "log_ratio" else 0.25, size) + tau2)
    reach, centre = normal_quantile(level) * error, _forward(target, scale)
    return Intervals(target, *(_back(centre + side * reach, scale) for side in (-1, 1)))


def _forward(value, scale: str) -> np.ndarray:
    if scale not in SCALES:
        raise ValueError(f"the scale has to be one of {', '.join(SCALES)}")
    with np.errstate(divide="ignore"):
        if scale == "log_ratio":
            return np.log(value)
        return np.arcsin(np.sqrt(value)) if scale == "share" else np.sqrt(value)


def _back(value, scale: str) -> np.ndarray:
    """Beyond its ends the arcsine curve turns back; a limit there is the end."""
    if scale == "log_ratio":
        return np.exp(value)
    if scale == "root_ratio":
        return np.maximum(value, 0.0) ** 2
    return np.sin(np.clip(value, 0.0, np.pi / 2)) ** 2
