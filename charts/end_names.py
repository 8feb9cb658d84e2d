"""Names of lines at their ends, kept from touching."""

from collections.abc import Sequence


def apart(ends: Sequence[tuple[float, int]], line: float, top: float) -> list[float]:
    """Where the middle of each name lies, pushed upwards where two would touch, and back below `top`.

    `ends` are (height, lines of the name); `line` is the height of one, all in one measure that grows upwards.
    """
    order = sorted(range(len(ends)), key=lambda at: ends[at][0])
    middles, lowest = [0.0] * len(ends), 0.0
    for at in order:
        half = line * ends[at][1] / 2
        middles[at] = max(ends[at][0], lowest + half)
        lowest = middles[at] + half
    highest = top
    for at in reversed(order):
        half = line * ends[at][1] / 2
        middles[at] = min(middles[at], highest - half)
        highest = middles[at] - half
    return middles
