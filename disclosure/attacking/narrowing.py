"""Narrows all hidden cells as far as a reader can: line by line, then linear programmes, then whole numbers."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from disclosure.attacking.components import Batch, batches_of
from disclosure.attacking.elastic import lines_to_give_up, without_lines
from disclosure.attacking.integer import CLOSE, LARGEST, whole_interval
from disclosure.attacking.judge import Judge
from disclosure.attacking.linear import CannotSolveError, Programme, interval
from disclosure.attacking.propagate import Bounds

ATTACKS = ("line", "interval", "integer", "contradiction")


@dataclass(frozen=True)
class Narrowed:
    """For each cell the attack that makes it unsafe, by name, or an empty word; and what it may be at most."""

    attack: np.ndarray
    low: np.ndarray
    high: np.ndarray


def narrow(bounds: Bounds, judge: Judge) -> Narrowed:
    """Everything a reader can find out of each cell that is judged."""
    attack = np.full(len(bounds.lower), "", dtype=object)
    attack[judge.is_unsafe(bounds.lower, bounds.upper)] = "line"
    low, high = bounds.lower.copy(), bounds.upper.copy()
    # Outer bounds that leave no line to circle on are all there is; the others are looked at again.
    asked = judge.is_judged & (attack == "")
    asked &= ~((bounds.lower >= judge.least) & ~judge.is_hidden & ~judge.is_sum)
    batches = batches_of(bounds, asked)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(lambda batch: _solve(batch, bounds, judge, asked), batches))
    for batch, (names, least, most) in zip(batches, found, strict=True):
        unsafe = names != ""
        attack[batch.cells[unsafe]] = names[unsafe]
        low[batch.cells], high[batch.cells] = least, most
    return Narrowed(attack, low, high)


def part_of(judge: Judge, cells: np.ndarray) -> Judge:
    """The judge of these cells alone."""
    return Judge(*(getattr(judge, name)[cells] for name in judge.__dataclass_fields__))


def _solve(batch: Batch, bounds: Bounds, judge: Judge, asked: np.ndarray) -> tuple:
    lower, upper = bounds.lower[batch.cells], bounds.upper[batch.cells]
    mine, wanted = part_of(judge, batch.cells), asked[batch.cells]
    names = np.full(len(batch.cells), "", dtype=object)
    proven = lambda low, high: mine.is_proven(low, high, lower)  # noqa: E731
    whole = bounds.is_whole[batch.cells]
    try:
        seen = interval(Programme(batch, lower, upper), wanted, proven, whole)
    except CannotSolveError:
        given_up = lines_to_give_up(batch, lower, upper)
        near = np.diff(batch.matrix[given_up].tocsc().indptr) > 0
        names[near & wanted & mine.is_hidden] = "contradiction"
        batch = without_lines(batch, given_up)
        try:
            seen = interval(Programme(batch, lower, upper), wanted, proven, whole)
        except CannotSolveError:
            names[wanted & mine.is_hidden] = "contradiction"
            return names, lower, upper
    low = np.where(whole, np.ceil(seen.low - 1e-4), seen.low)
    high = np.where(whole, np.floor(seen.high + 1e-4), seen.high)
    unsafe = wanted & ~proven(low, high) & mine.is_unsafe(low, high)
    names[unsafe & (names == "")] = "interval"
    # Corners in whole numbers are whole answers; only what they leave in doubt is asked for again.
    near = wanted & (names == "") & whole & (batch.size <= LARGEST)
    near &= ~proven(seen.whole_low, seen.whole_high)
    near &= mine.is_unsafe(low + CLOSE / 2, high - CLOSE / 2)
    for column in np.flatnonzero(near):
        least, most = whole_interval(batch, lower, upper, column, whole)
        tight = np.array([max(low[column], least)]), np.array([min(high[column], most)])
        if part_of(mine, np.array([column])).is_unsafe(*tight).any():
            names[column] = "integer"
    return names, np.where(np.isfinite(low), low, lower), np.where(np.isfinite(high), high, upper)
