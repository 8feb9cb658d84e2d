"""Every benchmark still runs against the code as it is: each starts, at a size that takes little time."""

import importlib
import inspect
from contextlib import closing

import pytest

from benchmarks import __main__ as runner
from benchmarks.measure import seconds_of

SMALL = {
    "anonymising": {"PEOPLE": 20_000, "PLACES": ("one", "two")},
    "attacking": {"MEMBERS": 6, "PEOPLE": 500},
    "catalogue": {"CASES": 60},
    "counting": {"CASES": 60},
    "demo_cases": {"CASES": 60},
    "survival": {"ROWS": 2_000, "GROUPS": 2},
    "suppressing": {"SMALL": 3, "MEMBERS": 3},
    "validation": {"CASES": 60, "REPEATS": 1},
    "compliance": {},
    "release_read": {"KEYS": 3},
    "first_page": {},
    "many_readers": {"READERS": 2, "PAGES_EACH": 1},
    "page_scripts": {},
}
"""Task -> what makes it small."""
BUILDS = {"catalogue": pytest.mark.build}


@pytest.mark.parametrize("name", runner.names())
def test_every_benchmark_can_be_imported_and_says_what_it_measures(name):
    task = importlib.import_module(f"benchmarks.tasks.{name}")
    assert inspect.isgeneratorfunction(task.measure)
    assert runner.subject(name).endswith(".")


@pytest.mark.parametrize("name", [pytest.param(name, marks=BUILDS.get(name, ())) for name in SMALL])
def test_a_small_run_comes_to_its_first_measurement(name, releases, monkeypatch):
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(releases))
    monkeypatch.setenv("BARE", "{}")
    task = importlib.import_module(f"benchmarks.tasks.{name}")
    for constant, value in SMALL[name].items():
        monkeypatch.setattr(task, constant, value)
    if hasattr(task, "median_seconds_of"):
        once = lambda steps, repeats=1: [seconds_of(step) for step in steps]  # noqa: E731
        monkeypatch.setattr(task, "median_seconds_of", once)
    with closing(task.measure()) as measurements:
        assert next(measurements).line()
