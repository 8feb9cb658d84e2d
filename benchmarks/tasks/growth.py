"""A whole release from receiving to writing, at more and more cases and at more and more places, phase by phase.

ANSWERABLE_BENCH_GROWTH names other sizes, as in "2000x12,4000x12,2000x24" (cases x places).
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from benchmarks.measure import GIBIBYTE, Measurement, PeakMemory
from benchmarks.phase_table import PhaseTable
from benchmarks.slopes import Slopes
from benchmarks.watched import Watched, watch
from settings import ROOT


class Size(NamedTuple):
    """How many cases there are over all places, and how many places."""

    cases: int
    places: int

    def __str__(self) -> str:
        return f"{self.cases:,} cases of {self.places} places"


SIZES = os.environ.get(
    "ANSWERABLE_BENCH_GROWTH", "20000x12,100000x12,1000000x12,20000x50,20000x200"
)
SECONDS = {Size(100_000, 12): 180, Size(1_000_000, 12): 480}
BYTES = {Size(1_000_000, 12): 8 * GIBIBYTE}
"""What is promised for a machine of two cores; other sizes are only told."""
FEW_PLACES, MANY_PLACES, MOST_TIMES = Size(20_000, 50), Size(20_000, 200), 5


def measure() -> Iterator[Measurement | PeakMemory | PhaseTable | Slopes]:
    taken: dict[Size, Watched] = {}
    counts: dict[Size, dict[str, int]] = {}
    for size in sizes(SIZES):
        taken[size], counts[size] = _release_of(size)
        whole, title = taken[size].whole, f"release of {size}"
        yield PhaseTable(title, taken[size], counts[size])
        yield Measurement(title, whole.wall, most=SECONDS.get(size))
        yield PeakMemory(f"{title}, all processes together", whole.peak, most=BYTES.get(size))
    for fewer, more in combinations(sorted(taken), 2):
        if fewer.places == more.places or fewer.cases == more.cases:
            title = f"from {fewer} to {more}"
            yield Slopes(title, (taken[fewer], taken[more]), (counts[fewer], counts[more]))
    if FEW_PLACES in taken and MANY_PLACES in taken:
        few, many = (taken[size].whole.wall for size in (FEW_PLACES, MANY_PLACES))
        yield Measurement(f"release of {MANY_PLACES}", many, f"{FEW_PLACES}", few, MOST_TIMES)


def sizes(text: str) -> list[Size]:
    """The sizes that a text such as "2000x12,2000x24" names. Raises ValueError for another one."""
    return [Size(*map(int, one.strip().split("x"))) for one in text.split(",")]


def _release_of(size: Size) -> tuple[Watched, dict[str, int]]:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.release_run", *map(str, size), folder]
        watched = watch(command, ROOT)
    return watched, json.loads(watched.output.splitlines()[-1])
