"""Numbers that plotly writes by itself, on its axes: in the signs of the language spoken now."""

from itertools import pairwise
from math import ceil, floor, log10

from languages import decimal, percent

ENGLISH_SIGNS = ".,"
FEWEST_TICKS = 4


def in_language(layout: dict) -> dict:
    """The layout with the signs of the language; plotly knows no sign for per cent but its own, so shares get words."""
    signs = _signs()
    if signs == ENGLISH_SIGNS:
        return layout
    axes = {
        name: _in_words(layout[name])
        for name in ("xaxis", "yaxis")
        if layout[name].get("tickformat", "").endswith("%")
    }
    return layout | axes | {"separators": signs}


def _signs() -> str:
    """The decimal sign and the one between thousands, as plotly wants them."""
    said = decimal(1234.5, 1)
    return said[-2] + said[1]


def _in_words(axis: dict) -> dict:
    """An axis of shares whose ticks are named."""
    at = axis.get("tickvals") or _ticks(*axis["range"], axis.get("nticks", FEWEST_TICKS))
    step = min((after - x for x, after in pairwise(at)), default=1)
    places = max(0, -floor(log10(step) + 1e-9) - 2)
    rest = {name: what for name, what in axis.items() if name not in ("tickformat", "nticks")}
    return rest | {"tickvals": at, "ticktext": [percent(x, places) for x in at]}


def _ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers within the reach of an axis, at most so many."""
    least = (high - low) / most
    power = 10.0 ** floor(log10(least))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= least)
    return [order * step for order in range(ceil(low / step), floor(high / step) + 1)]
