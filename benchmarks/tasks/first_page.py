"""From the start of the server to the end of the first page, beside a bare Streamlit page, and the page once more."""

import time
from collections.abc import Iterator

from benchmarks.measure import Measurement, seconds_of
from benchmarks.pages import addresses
from benchmarks.reader import Reader
from benchmarks.served import served

MOST_TIMES = 3


def measure() -> Iterator[Measurement]:
    addresses()  # says so where there is no release
    bare, _ = _opened("benchmarks/bare_page.py", BARE="{}")
    first, again = _opened("app.py")
    yield Measurement("start and first page", first, "start and bare page", bare, MOST_TIMES)
    yield Measurement("the same page again", again)


def _opened(script: str, **variables: str) -> tuple[float, float]:
    """Seconds from the start to the end of the first page, and of the page once more."""
    started = time.perf_counter()
    with served(script, **variables) as (host, _):
        reader = Reader(host)
        reader.open("")
        first = time.perf_counter() - started
        again = seconds_of(lambda: reader.open(""))
        reader.close()
    return first, again
