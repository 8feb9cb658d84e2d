"""Processor time of `python cli.py demo`, beside a loop in pure Python, and where it goes, phase by phase."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Measurement
from benchmarks.phase_table import PhaseTable
from benchmarks.reference import NAME, run_loop
from benchmarks.watched import watch
from settings import ROOT

CASES = 20_000
MOST_TIMES = 20


def measure() -> Iterator[Measurement | PhaseTable]:
    before = run_loop()
    with tempfile.TemporaryDirectory() as folder:
        demo = watch(
            [sys.executable, "cli.py", "demo", "--cases", str(CASES)],
            ROOT,
            ANSWERABLE_VAULT=str(Path(folder) / "vault"),
            ANSWERABLE_RELEASES=str(Path(folder) / "releases"),
        )
    # Once before and once after, so that a machine that becomes slower in between is not the demo's fault.
    loop = (before.processor + run_loop().processor) / 2
    title = f"demo of {CASES:,} cases"
    yield Measurement(
        f"{title}, processor time of all cores", demo.whole.processor, NAME, loop, MOST_TIMES
    )
    yield Measurement(f"{title}, on the clock", demo.whole.wall)
    yield PhaseTable(title, demo)
