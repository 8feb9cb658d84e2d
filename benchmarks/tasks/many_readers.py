"""Twenty readers at once, each going from page to page and from place to place: errors, memory, waiting, beside a bare page."""

import json
import os
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
MOST_SECONDS = 1.5
MOST_BYTES = 400 * 1024**2
USUAL_PAGE = {"selectbox": 2, "plotly_chart": 3, "html": 40, "download_button": 15}
"""Elements of the bare page that the same readers open: about as many as a page of ours has."""


def measure() -> Iterator[Measurement | PeakMemory]:
    known = addresses()
    with open_release(latest()) as release:
        places = [
            f"{row.name} ({row.jurisdiction})"
            for row in release.table("jurisdictions")[["name", "jurisdiction"]].itertuples(
                index=False
            )
        ]
    waited, processor, peak = _crowd("app.py", known, places)
    bare, bare_processor, _ = _crowd(
        "benchmarks/bare_page.py", [""], places, BARE=json.dumps(USUAL_PAGE)
    )
    title = f"wait of {READERS} readers at once"
    yield Measurement(f"median {title}", statistics.median(waited), most=MOST_SECONDS)
    yield Measurement(f"95th percentile, {title}", statistics.quantiles(waited, n=20)[-1])
    floor = "a bare page of about as many elements"
    yield Measurement(f"median {title}", statistics.median(waited), floor, statistics.median(bare))
    yield Measurement("processor time a page, start included", processor, floor, bare_processor)
    yield PeakMemory(f"server of {READERS} readers", peak, MOST_BYTES)


def _crowd(script: str, known, places, **variables: str) -> tuple[list[float], float, int]:
    """Seconds that each page was waited for, the server's processor seconds a page, and its peak memory in bytes."""
    waited: list[float] = []
    broken: list[str] = []
    with served(script, **variables) as (host, process):
        readers = [
            threading.Thread(target=_read, args=(host, seed, known, places, waited, broken))
            for seed in range(READERS)
        ]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        processor, peak = _processor_seconds(process), _peak(process)
    if broken:
        raise NotMeasured(f"{len(broken)} pages broke, {broken[0]} first")
    return waited, processor / len(waited), peak


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


def _processor_seconds(process: int) -> float:
    # The name of the program, in brackets, may hold spaces; user and system time are the 14th and 15th field.
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak(process: int) -> int:
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) * 1024
    raise NotMeasured("this machine does not tell how much memory a process held")
