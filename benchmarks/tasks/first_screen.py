"""From `make run` in a clean clone to the end of the first page, installation apart, beside a loop in pure Python.

ANSWERABLE_BENCH_CLONES says how many clones are run one after another, of which the median counts (1
where nothing is said). What is not committed is not in a clone. The environment that runs this serves the clones.
"""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Measurement, NotMeasured
from benchmarks.reader import Reader
from benchmarks.reference import NAME, run_loop
from benchmarks.served import free_port, wait_for
from settings import ROOT

CLONES = int(os.environ.get("ANSWERABLE_BENCH_CLONES", 1))
MOST_SECONDS = 60
LONGEST_SECONDS = 900
MOVED = ("ANSWERABLE_VAULT", "ANSWERABLE_RELEASES")
"""What would lead a clone to a vault or releases that are not its own."""


def measure() -> Iterator[Measurement]:
    for program in ("git", "make"):
        if shutil.which(program) is None:
            raise NotMeasured(f"{program} is not installed")
    loop = run_loop()
    taken = [_seconds() for _ in range(CLONES)]
    title = f"make run in a clean clone to its first page, median of {CLONES}"
    yield Measurement(title, statistics.median(taken), most=MOST_SECONDS)
    yield Measurement(title, statistics.median(taken), NAME, loop.wall)


def _seconds() -> float:
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        cloned = subprocess.run(["git", "clone", "--quiet", ROOT, clone], capture_output=True)
        if cloned.returncode:
            raise NotMeasured("this folder is no checkout that git can clone")
        return _seconds_to_page(clone)


def command(port: int) -> list[str]:
    """How a clone is run in the environment of this process, which counts as installed, whatever is newer than it."""
    return ["make", f"VENV={sys.prefix}", "-o", f"{sys.prefix}/installed", "run", f"PORT={port}"]


def _seconds_to_page(clone: Path) -> float:
    port, started = free_port(), time.perf_counter()
    server = subprocess.Popen(
        command(port),
        cwd=clone,
        env={name: value for name, value in os.environ.items() if name not in MOVED}
        | {"STREAMLIT_SERVER_HEADLESS": "true", "STREAMLIT_SERVER_ADDRESS": "127.0.0.1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(port, server, LONGEST_SECONDS)
        reader = Reader(f"127.0.0.1:{port}")
        reader.open("")
        taken = time.perf_counter() - started
        reader.close()
        return taken
    finally:
        _stop(server)


def _stop(server: subprocess.Popen) -> None:
    """Ends the session that the process began, with the server and what may still be built behind it."""
    for kind in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(server.pid, kind)
            server.wait(timeout=20)
            time.sleep(1)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
