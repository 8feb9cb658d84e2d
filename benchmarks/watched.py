"""A command of ours from outside: wall and processor seconds and the most memory, phase by phase.

A phase begins with a line of progress on standard error that says something else than the line before;
counts at its end ("3/39") do not. Whatever the command starts is counted too, also what outlives it for
a moment, as servers that fork workers do: on Linux this process adopts it.
"""

import contextlib
import ctypes
import os
import re
import resource
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.measure import NotMeasured

START = "Starting"
EVERY_SECONDS = 0.1
ADOPT_ORPHANS = 36
"""PR_SET_CHILD_SUBREAPER of prctl(2)."""
COUNT = re.compile(r" \d+/\d+$")
TICKS, PAGE_BYTES = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")


@dataclass
class Phase:
    """Seconds on the clock, processor seconds of all processes, and the most memory they held together, in bytes.

    Memory that processes share is counted once for each.
    """

    wall: float = 0.0
    processor: float = 0.0
    peak: int = 0


@dataclass
class Watched:
    """What a command took, by phase in the order in which they began, and what it wrote to standard output."""

    phases: dict[str, Phase] = field(default_factory=lambda: defaultdict(Phase))
    output: str = ""

    @property
    def whole(self) -> Phase:
        """All phases together."""
        taken = self.phases.values()
        return Phase(
            sum(each.wall for each in taken),
            sum(each.processor for each in taken),
            max(each.peak for each in taken),
        )


def watch(command: list[str], folder: Path, **variables: str) -> Watched:
    """Runs the command in `folder` to its end. Raises NotMeasured with its last line where it fails."""
    if sys.platform != "linux":
        raise NotMeasured("processes are looked at through /proc, which only Linux has")
    ctypes.CDLL(None).prctl(ADOPT_ORPHANS, 1, 0, 0, 0)
    others = _children_of(os.getpid())
    before, watched = _reaped(), Watched()
    process = subprocess.Popen(
        command, cwd=folder, env=os.environ | variables, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    meter = _Meter(watched, others, before)
    reader = threading.Thread(target=lambda: setattr(watched, "output", process.stdout.read()))
    reader.start()
    line = ""
    for line in process.stderr:
        meter.begin(line.rstrip())
    code = process.wait()
    reader.join()
    # What the command left behind ends by itself, since its connections are closed.
    for orphan in _children_of(os.getpid()) - others:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(orphan, 0)
    meter.end()
    if code:
        raise NotMeasured(f"`{' '.join(command)}` failed: {line.strip()}")
    return watched


class _Meter:
    """Splits what the clock and /proc tell among phases; a thread of its own looks for memory."""

    def __init__(self, watched: Watched, others: set[int], processor: float):
        self._watched, self._others = watched, others
        self._name, self._clock, self._processor = START, time.perf_counter(), processor
        self._is_over = threading.Event()
        self._sampler = threading.Thread(target=self._sample)
        self._sampler.start()

    def begin(self, line: str) -> None:
        name = phase_of(line)
        if name != self._name:
            living = sum(_processor_seconds(each) for each in self._processes())
            self._close(living + _reaped())
            self._name = name

    def end(self) -> None:
        self._is_over.set()
        self._sampler.join()
        self._close(_reaped())

    def _close(self, processor: float) -> None:
        now, phase = time.perf_counter(), self._watched.phases[self._name]
        phase.wall += now - self._clock
        # Times in /proc are in hundredths of a second: a step back by one is none.
        phase.processor += max(0.0, processor - self._processor)
        self._clock, self._processor = now, processor

    def _sample(self) -> None:
        while not self._is_over.wait(EVERY_SECONDS):
            phase = self._watched.phases[self._name]
            phase.peak = max(phase.peak, sum(_resident(each) for each in self._processes()))

    def _processes(self) -> Iterator[int]:
        waiting = list(_children_of(os.getpid()) - self._others)
        while waiting:
            process = waiting.pop()
            waiting += _children_of(process)
            yield process


def phase_of(line: str) -> str:
    """The phase that a line of progress belongs to; the places that are invented are one."""
    text = COUNT.sub("", line)
    return "Inventing cases" if text.startswith("Inventing ") else text


def _reaped() -> float:
    """Processor seconds of all processes that have ended and were waited for."""
    taken = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken.ru_utime + taken.ru_stime


def _children_of(process: int) -> set[int]:
    found: set[int] = set()
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found.update(map(int, path.read_text().split()))
    return found


def _processor_seconds(process: int) -> float:
    """Of the process, and of those of its children that it has waited for; none where it is gone."""
    with contextlib.suppress(OSError):
        # The name of the program, in brackets, may hold spaces; the four times are the 14th to 17th field.
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / TICKS
    return 0.0


def _resident(process: int) -> int:
    with contextlib.suppress(OSError):
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE_BYTES
    return 0
