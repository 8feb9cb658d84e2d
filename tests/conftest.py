"""Fixtures that every test folder shares, and the marks and workers of tests by the fixtures that they ask for."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from release.read import Release, open_release
from tests.factory import make_release

# A slow machine breaks no promise: time is measured in benchmarks.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
# For `make test-fast`; tests that say how many examples they draw keep their number.
settings.register_profile("daily", deadline=None, max_examples=20)

ROOT = Path(__file__).resolve().parent.parent

MARKS = ("build", "browser", "office")
"""Fixtures whose name is also the mark of every test that rests on them; the longest first."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks tests by what they rest on, and gives all that rest on one build to one worker, or else a whole file.

    What takes longest comes first, so that no worker is left alone with it at the end.
    """
    for item in items:
        for name in MARKS:
            if name in item.fixturenames:
                item.add_marker(name)
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(_build_of(item) or item.nodeid.split("::")[0]))
    items.sort(key=lambda item: [name not in item.fixturenames for name in MARKS])


def _build_of(item: pytest.Item) -> str | None:
    """Address of the first fixture of a test that asks for `build` itself."""
    for name in item.fixturenames:
        for fixture in item._fixtureinfo.name2fixturedefs.get(name, ())[-1:]:
            if "build" in fixture.argnames:
                return f"{fixture.baseid}/{name}"
    return None


@pytest.fixture(scope="session")
def build() -> None:
    """Asked for by fixtures that take minutes to make: stores and releases of what was submitted."""


@pytest.fixture(scope="session")
def office() -> str:
    """The program of LibreOffice."""
    return shutil.which("soffice") or pytest.skip("LibreOffice (soffice) is not installed here")


@pytest.fixture(scope="session")
def releases(tmp_path_factory) -> Path:
    """The folder of releases of the made-up release, which tests only read."""
    folder = tmp_path_factory.mktemp("releases")
    make_release(folder)
    return folder


@pytest.fixture(scope="session")
def release(releases) -> Iterator[Release]:
    """The made-up release."""
    with open_release(releases) as opened:
        yield opened


@pytest.fixture(scope="session")
def made_up_release(releases, tmp_path_factory) -> Path:
    """The directory of the made-up release, in a copy: a file that `release` holds open opens in no other way."""
    folder = tmp_path_factory.mktemp("copied") / "releases"
    shutil.copytree(releases, folder, symlinks=True)
    return (folder / "current").resolve()


@pytest.fixture
def copied_release(made_up_release, tmp_path) -> Path:
    """A copy with its own `current`, for tests that damage it or write beside it."""
    folder = tmp_path / "releases"
    shutil.copytree(made_up_release.parent, folder, symlinks=True)
    return folder / made_up_release.name


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data sets and test vectors beside the project; tests that need it skip without it."""
    folder = Path(os.environ.get("ANSWERABLE_SHARED") or ROOT.parent / "shared")
    if not (folder / "data").is_dir():
        pytest.skip("the shared real data sets are not beside this checkout (../shared)")
    return folder
