"""Patterns as lines and dots inside a rectangle, which every printer and viewer of pictures draws alike."""

from dataclasses import dataclass

STEP = 6
"""Pixels between two lines or dots."""


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels; `top` is the smaller of the two heights, which are counted downwards."""

    left: float
    right: float
    top: float
    bottom: float


def hatch(pattern: str, box: Box) -> tuple[list[tuple], list[tuple]]:
    """Lines as (x, y, x2, y2) and dots as (x, y) of a pattern, named as in `charts.looks`."""
    match pattern:
        case "slanted lines":
            return _slanted(box), []
        case "lines slanted back":
            return _mirrored(box, _slanted(box)), []
        case "crossed lines":
            return _slanted(box) + _mirrored(box, _slanted(box)), []
        case "level lines":
            return _level(box), []
        case "upright lines":
            return _upright(box), []
        case "squares":
            return _level(box) + _upright(box), []
        case "dots":
            return [], _dots(box)
    return [], []


def _slanted(box: Box) -> list[tuple]:
    """Lines that rise to the right, cut off where the rectangle ends."""
    tall = box.bottom - box.top
    lines = []
    start = box.left - tall + STEP
    while start < box.right:
        low, high = max(start, box.left), min(start + tall, box.right)
        if high > low:
            lines.append((low, box.bottom - (low - start), high, box.bottom - (high - start)))
        start += STEP
    return lines


def _mirrored(box: Box, lines: list[tuple]) -> list[tuple]:
    return [(x, box.top + box.bottom - y, x2, box.top + box.bottom - y2) for x, y, x2, y2 in lines]


def _level(box: Box) -> list[tuple]:
    return [(box.left, y, box.right, y) for y in _between(box.top, box.bottom)]


def _upright(box: Box) -> list[tuple]:
    return [(x, box.top, x, box.bottom) for x in _between(box.left, box.right)]


def _dots(box: Box) -> list[tuple]:
    """Dots in lines that stand aside from one another by half a step."""
    return [
        (x, y)
        for order, y in enumerate(_between(box.top, box.bottom))
        for x in _between(box.left + (order % 2) * STEP / 2, box.right)
    ]


def _between(low: float, high: float) -> list[float]:
    """Places a step apart, and about half a step away from both ends."""
    places = [low + STEP / 2]
    while places[-1] + STEP < high - 1:
        places.append(places[-1] + STEP)
    return [place for place in places if place < high - 1]
