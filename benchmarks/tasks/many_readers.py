"""Twenty readers at once, each going from page to page and from place to place: errors, memory, waiting."""

import random
import statistics
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.measure import Measurement, NotMeasured, PeakMemory
from benchmarks.pages import addresses
from benchmarks.reader import Reader
from benchmarks.served import served
from release.read import latest, open_release

READERS, PAGES_EACH, THINKING = 20, 12, 1.0
MOST_BYTES = 400 * 1024**2


def measure() -> Iterator[Measurement | PeakMemory]:
    known = addresses()
    with open_release(latest()) as release:
        places = [
            f"{row.name} ({row.jurisdiction})"
            for row in release.table("jurisdictions")[["name", "jurisdiction"]].itertuples(
                index=False
            )
        ]
    waited: list[float] = []
    broken: list[str] = []
    with served("app.py") as (host, process):
        readers = [
            threading.Thread(target=_read, args=(host, seed, known, places, waited, broken))
            for seed in range(READERS)
        ]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        peak = _peak(process)
    if broken:
        raise NotMeasured(f"{len(broken)} pages broke, {broken[0]} first")
    yield Measurement(f"median wait of {READERS} readers at once", statistics.median(waited))
    yield PeakMemory(f"server of {READERS} readers", peak, MOST_BYTES)


def _read(host, seed: int, known, places, waited: list[float], broken: list[str]) -> None:
    choose = random.Random(seed)
    try:
        reader = Reader(host)
        for _ in range(PAGES_EACH):
            address, place = choose.choice(known), choose.choice(places)
            started = time.perf_counter()
            reader.open(address, urlencode({"jurisdiction": place}))
            waited.append(time.perf_counter() - started)
            time.sleep(THINKING * choose.random() * 2)
        reader.close()
    except Exception as problem:
        broken.append(f"{type(problem).__name__} {problem}")


def _peak(process: int) -> int:
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) * 1024
    raise NotMeasured("this machine does not tell how much memory a process held")
