"""What a score would have said of each place, and how far it moves on nothing: the reason there is none.

A score needs weights, which nobody can justify, and a number for what nobody knows. Both are drawn
here over and over: weights of themes alike likely (Dirichlet), and the share of a place's open cells
in a theme that would turn out met, anywhere from none to all. The ranks that come out are told as the
range of their central 90 %.
"""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd
from scipy.stats import rankdata

from compliance.columns import COMPOSITE_COLUMNS
from compliance.frame import in_columns
from compliance.summaries import summaries

SEED = 412
DRAWS = 2000
WITHIN = (0.05, 0.95)
FEWEST = 3
"""Fewer places make no ranking."""
LEAST = 0.01
"""Where the worst place of a theme is put: a geometric mean knows nothing after a zero."""


def composite(
    states: pd.DataFrame, obligations: Iterable[Mapping], seed: int = SEED, draws: int = DRAWS
) -> pd.DataFrame:
    """One row a place with binding duties that apply, in order of name; columns `COMPOSITE_COLUMNS`.

    Empty with fewer than three places. The two means take half of what is open as met.
    """
    met, opened = _theme_shares(states, obligations)
    if len(met) < FEWEST:
        return in_columns(pd.DataFrame(), COMPOSITE_COLUMNS)
    middle = _scaled(met.to_numpy() + opened.to_numpy() / 2)
    equal = np.ones(middle.shape[-1])
    lowest, highest = _ranks_drawn(met.to_numpy(), opened.to_numpy(), seed, draws)
    frame = pd.DataFrame(
        {
            "jurisdiction": met.index,
            "arithmetic": _mean(middle, equal),
            "geometric": np.exp(_mean(np.log(middle), equal)),
            "lowest_rank": lowest,
            "highest_rank": highest,
            "places": len(met),
            "draws": draws,
        }
    )
    return in_columns(frame, COMPOSITE_COLUMNS)


def _theme_shares(
    states: pd.DataFrame, obligations: Iterable[Mapping]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Places by themes: the share of applicable binding cells that is met, and the share that is open; NaN where none applies."""
    found = summaries(states, obligations)
    found = found[
        (found["dimension"] == "theme")
        & (found["aspect"] == "all")
        & (found["force_group"] == "binding")
        & (found["applicable"] > 0)
    ]
    lower, upper = (
        found.pivot(index="jurisdiction", columns="item", values=name).astype(float)
        for name in ("share_lower", "share_upper")
    )
    return lower, upper - lower


def _scaled(shares: np.ndarray) -> np.ndarray:
    """Shares (..., places, themes) stretched over the places of each theme, worst to best; the middle where all are alike."""
    # Shares that differ in their last digit only are alike.
    shares = np.round(shares, 12)
    worst = np.nanmin(shares, axis=-2, keepdims=True)
    reach = np.nanmax(shares, axis=-2, keepdims=True) - worst
    stretched = np.divide(shares - worst, reach, out=np.full_like(shares, 0.5), where=reach > 0)
    return np.where(np.isnan(shares), np.nan, LEAST + (1 - LEAST) * stretched)


def _mean(scores: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Weighted mean over themes; the themes that a place has no duty in are weighed as the rest of its own."""
    has = ~np.isnan(scores)
    return (np.where(has, scores, 0) * weights).sum(-1) / (has * weights).sum(-1)


def _ranks_drawn(
    met: np.ndarray, opened: np.ndarray, seed: int, draws: int
) -> tuple[np.ndarray, np.ndarray]:
    """Best and worst rank of each place within the central draws; places that tie take every rank they share."""
    chance = np.random.default_rng(seed)
    weights = chance.dirichlet(np.ones(met.shape[1]), size=draws)[:, None, :]
    shares = met + opened * chance.random((draws, *met.shape))
    scores = _mean(_scaled(shares), weights)
    best = rankdata(-scores, method="min", axis=1)
    worst = rankdata(-scores, method="max", axis=1)
    low = np.quantile(best, WITHIN[0], axis=0, method="inverted_cdf")
    high = np.quantile(worst, WITHIN[1], axis=0, method="inverted_cdf")
    return low.astype(int), high.astype(int)
