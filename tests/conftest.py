"""Fixtures that every test folder shares."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A slow machine breaks no promise: time is measured in benchmarks.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).resolve().parent.parent

MADE_ONCE = {
    "attacks": ("demo", "poor", "federal"),
    "demo": ("demo",),
    "doors": ("turns", "documented"),
    "metrics": ("demo_store",),
}
"""Folder of tests -> fixtures of its own that take so long that one worker runs every test that needs them."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Says which tests run on one worker: those of a file, or those that need what is made once.

    The latter take longest, so they come first, and no worker is left alone with them at the end.
    """
    together = {item: _made_once(item) for item in items}
    for item, made in together.items():
        item.add_marker(pytest.mark.xdist_group(made or item.path.stem))
    items.sort(key=lambda item: not together[item])


def _made_once(item: pytest.Item) -> str | None:
    folder = item.path.relative_to(ROOT / "tests").parts[0]
    needed = set(getattr(item, "fixturenames", ()))
    # A fixture that may be one of several names the one by its parameter.
    if hasattr(item, "callspec"):
        needed |= {each for each in item.callspec.params.values() if isinstance(each, str)}
    found = (name for name in MADE_ONCE.get(folder, ()) if name in needed)
    return next((f"{folder}, {name}" for name in found), None)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data sets and test vectors beside the project; tests that need it skip without it."""
    folder = Path(os.environ.get("ANSWERABLE_SHARED") or ROOT.parent / "shared")
    if not (folder / "data").is_dir():
        pytest.skip("the shared real data sets are not beside this checkout (../shared)")
    return folder
