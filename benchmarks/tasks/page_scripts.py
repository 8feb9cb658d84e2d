"""One run of every page's script on the latest release with warm caches, beside a page of as many elements with nothing behind them."""

import json
import os
from collections.abc import Iterator

from streamlit.testing.v1 import AppTest

from benchmarks.measure import Measurement, median_seconds_of
from benchmarks.pages import ROOT, addresses, elements, page

MOST_SECONDS = 0.150


def measure() -> Iterator[Measurement]:
    for address in addresses():
        opened = page(address)
        os.environ["BARE"] = json.dumps(elements(opened))
        bare = AppTest.from_file(str(ROOT / "benchmarks" / "bare_page.py"), default_timeout=120)
        shown, floor = median_seconds_of([opened.run, bare.run])
        name = f"script of {address or 'overview'}"
        yield Measurement(name, shown, most=MOST_SECONDS)
        yield Measurement(name, shown, "a bare page of as many elements", floor)
