"""What a measurement is, and how one is taken."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

REPEATS = 5
GIBIBYTE = 1024**3


class NotMeasured(Exception):
    """Something a benchmark needs is not there; the message says what."""


@dataclass(frozen=True)
class Measurement:
    """One line of the printout: seconds of the step, of the floor it is compared with, and the bar it should keep.

    `floor_seconds` is None where only a time is of interest. `most` bounds the ratio, or the
    seconds where there is no floor; None where nothing is promised.
    """

    title: str
    seconds: float
    floor: str = ""
    floor_seconds: float | None = None
    most: float | None = None

    @property
    def ratio(self) -> float | None:
        return self.seconds / self.floor_seconds if self.floor_seconds else None

    @property
    def keeps_bar(self) -> bool | None:
        if self.most is None:
            return None
        return (self.seconds if self.ratio is None else self.ratio) <= self.most

    def line(self) -> str:
        """The measurement as one line of text."""
        told = f"{self.title}: {_told(self.seconds)}"
        if self.ratio is not None:
            told += f", {self.ratio:.2f} times {self.floor} ({_told(self.floor_seconds)})"
        if self.most is not None:
            unit = " s" if self.ratio is None else ""
            told += f" [{'ok' if self.keeps_bar else 'OVER'}, at most {self.most:g}{unit}]"
        return told


@dataclass(frozen=True)
class PeakMemory:
    """One line of the printout: the most memory that a process ever held, and the bar it should keep, in bytes."""

    title: str
    size: int
    most: int | None = None

    @property
    def keeps_bar(self) -> bool | None:
        return None if self.most is None else self.size <= self.most

    def line(self) -> str:
        """The measurement as one line of text."""
        told = f"{self.title}: {self.size / GIBIBYTE:.2f} GiB at most"
        if self.most is None:
            return told
        return (
            f"{told} [{'ok' if self.keeps_bar else 'OVER'}, at most {self.most / GIBIBYTE:g} GiB]"
        )


def _told(seconds: float) -> str:
    return f"{seconds:.3f} s" if seconds >= 0.1 else f"{1000 * seconds:.2f} ms"


def median_seconds_of(steps: list[Callable[[], object]], repeats: int = REPEATS) -> list[float]:
    """Median of each step, taken in turns, so that a busy moment of the machine hits all alike."""
    for step in steps:
        step()
    taken: list[list[float]] = [[] for _ in steps]
    for _ in range(repeats):
        for step, times in zip(steps, taken, strict=True):
            times.append(seconds_of(step))
    return [statistics.median(times) for times in taken]


def seconds_of(step: Callable[[], object]) -> float:
    """Wall-clock time of one run, with the waste of what came before cleared away first."""
    gc.collect()
    started = time.perf_counter()
    step()
    return time.perf_counter() - started
