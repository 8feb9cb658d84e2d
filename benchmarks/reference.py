"""The fixed reference that long runs are compared with: a loop in the same Python, in a process of its own beside them."""

import sys

from benchmarks.watched import Phase, watch
from settings import ROOT

ROUNDS = 60_000_000
LOOP = """
s = 0
for i in range({rounds}):
    s += i * i % 7
"""
NAME = f"a loop of {ROUNDS:,} rounds"


def run_loop() -> Phase:
    """Wall and processor seconds of the loop."""
    return watch([sys.executable, "-c", LOOP.format(rounds=ROUNDS)], ROOT).whole
