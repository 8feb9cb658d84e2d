"""Drawing and writing the demo's 100,000 cases, beside writing the same tables once more."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as parquet

from benchmarks.measure import Measurement, median_seconds_of
from data.demo import make_submissions

CASES = 100_000
SECONDS = 30
"""Seconds, not minutes: somebody waits for it at a prompt."""


def measure() -> Iterator[Measurement]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        make_submissions(folder / "first", cases=CASES)
        drawn = [parquet.read_table(path) for path in sorted((folder / "first").rglob("*.parquet"))]
        target = folder / "again.parquet"

        def write_only() -> None:
            for rows in drawn:
                parquet.write_table(rows, target, compression="zstd")

        made, written = median_seconds_of(
            [lambda: make_submissions(folder / "second", cases=CASES), write_only]
        )
    yield Measurement(f"demo, {CASES:,} cases", made, most=SECONDS)
    yield Measurement(f"demo, {CASES:,} cases", made, "writing alone", written)
