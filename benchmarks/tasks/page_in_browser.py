"""A reader's wait in Chromium: until the charts stand, and until a filter has changed the page; beside a bare page."""

import json
import shutil
import statistics
import time
from collections.abc import Iterator

from benchmarks.measure import Measurement, NotMeasured
from benchmarks.pages import addresses, elements, page
from benchmarks.served import served

PAGES = (
    "",
    "case_flow",
    "time_to_justice",
    "survivor_experience",
    "trends",
    "court_conviction_rate",
)
REPEATS = 7
MOST_FIRST, MOST_CHANGE = 2.0, 1.5
CHARTS_STAND = (
    "() => document.querySelectorAll('[data-testid=stPlotlyChart]').length >= 1 &&"
    " document.querySelectorAll('.js-plotly-plot .main-svg').length >= 1"
)
CHANGED = (
    "before => { const it = document.querySelector('[role=status]');"
    " return it && it.innerText !== before }"
)
IS_STILL = (
    "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
)


def measure() -> Iterator[Measurement]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise NotMeasured("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    known = set(addresses())
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for address in PAGES:
            if address in known:
                yield from _beside_bare(browser, address)
        browser.close()


def _beside_bare(browser, address: str) -> Iterator[Measurement]:
    counted = json.dumps(elements(page(address)))
    name = address or "overview"
    with (
        served("app.py") as (ours, _),
        served("benchmarks/bare_page.py", BARE=counted) as (bare, _),
    ):
        shown, floor = _in_turns(browser, [f"{ours}/{address}", bare], _first_chart)
        yield Measurement(
            f"first chart of {name}", shown, "a bare page of as many elements", floor, MOST_FIRST
        )
        if json.loads(counted)["selectbox"]:
            shown, floor = _in_turns(browser, [f"{ours}/{address}", bare], _filter_change)
            yield Measurement(
                f"filter of {name}", shown, "a filter of a bare page", floor, MOST_CHANGE
            )


def _in_turns(browser, hosts: list[str], step) -> list[float]:
    """Median of a step on each host, taken in turns; the first turn fills caches and does not count."""
    taken: list[list[float]] = [[] for _ in hosts]
    for turn in range(REPEATS + 1):
        for host, times in zip(hosts, taken, strict=True):
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            seconds = step(context.new_page(), f"http://{host}")
            context.close()
            if turn:
                times.append(seconds)
    return [statistics.median(times) for times in taken]


def _first_chart(window, url: str) -> float:
    started = time.perf_counter()
    window.goto(url)
    window.wait_for_function(CHARTS_STAND, timeout=60_000)
    return time.perf_counter() - started


def _filter_change(window, url: str) -> float:
    window.goto(url)
    window.wait_for_function(CHARTS_STAND, timeout=60_000)
    window.wait_for_function(IS_STILL)
    status = window.get_by_role("status").first.inner_text()
    window.get_by_role("combobox").first.click()
    option = window.get_by_role("option").nth(2)
    option.wait_for()
    started = time.perf_counter()
    option.click()
    window.wait_for_function(CHANGED, arg=status, timeout=60_000)
    return time.perf_counter() - started
