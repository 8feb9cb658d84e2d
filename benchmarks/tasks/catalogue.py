"""Every metric of the catalogue on a whole case store: time, memory, and beside a bare GROUP BY for each metric.

ANSWERABLE_BENCH_CASES says how many cases (100,000 where nothing is said; 1,000,000 takes some ten
minutes, most of them to draw the cases), ANSWERABLE_BENCH_FOLDER where their store is kept between
runs; without it the store is made anew and removed.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.case_store import demo_case_store
from benchmarks.measure import Measurement, PeakMemory

CASES = int(os.environ.get("ANSWERABLE_BENCH_CASES", 100_000))
SECONDS = {100_000: 60, 1_000_000: 360}
"""What is promised for a machine of two cores; other sizes are only told."""
MEMORY, MOST_BYTES = "3GB", 6 * 1024**3
"""What the database may hold before it spills, and the most that the whole process may ever hold."""


def measure() -> Iterator[Measurement | PeakMemory]:
    kept = os.environ.get("ANSWERABLE_BENCH_FOLDER")
    if kept:
        yield from _measured(Path(kept) / f"cases_{CASES}")
        return
    with tempfile.TemporaryDirectory() as folder:
        yield from _measured(Path(folder))


def _measured(folder: Path) -> Iterator[Measurement | PeakMemory]:
    store = folder / "store.duckdb"
    if not store.exists():
        folder.mkdir(parents=True, exist_ok=True)
        demo_case_store(folder, CASES).close()
    command = [sys.executable, "-m", "benchmarks.catalogue_run", str(store), MEMORY]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told = json.loads(done.stdout.splitlines()[-1])
    title = f"{told['metrics']} metrics, {told['results']:,} results from {CASES:,} cases"
    yield Measurement(title, told["seconds"], most=SECONDS.get(CASES))
    # On a busy machine this tells what the clock does not.
    yield Measurement(f"{title}, processor time of all cores", told["processor"])
    floor = "a bare GROUP BY of the event log for each"
    yield Measurement(title, told["seconds"], floor, told["grouped"] * told["metrics"])
    yield PeakMemory(title, told["bytes"], most=MOST_BYTES)
