"""Fixtures that every test folder shares, and the marks and workers of tests by the fixtures that they ask for."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

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
GROUPS = pytest.StashKey[TemporaryDirectory]()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks tests by what they rest on, and tells which of them one worker runs together.

    What takes longest comes first, so that no worker is left alone with it at the end.
    """
    for item in items:
        for name in MARKS:
            if name in item.fixturenames:
                item.add_marker(name)
    items.sort(key=lambda item: [name not in item.fixturenames for name in MARKS])
    if worker := getattr(config, "workerinput", None):
        groups = {item.nodeid: _group_of(item) for item in items}
        written = Path(worker["groups"], worker["workerid"])
        written.write_text(json.dumps(groups), encoding="utf-8")


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node) -> None:
    """Tells a worker where it is to write its groups: the process that shares the tests out sees their names alone."""
    node.workerinput["groups"] = str(_folder_of_groups(node.config))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log):
    """With `--dist loadfile`, gives a worker whole groups. (`loadgroup` of xdist 3.8 groups nothing under pytest 9.)"""
    from xdist.scheduler import LoadFileScheduling

    class Grouped(LoadFileScheduling):
        @cached_property
        def groups(self) -> dict[str, str]:
            written = next(_folder_of_groups(config).iterdir())
            return json.loads(written.read_text(encoding="utf-8"))

        def _split_scope(self, nodeid: str) -> str:
            return self.groups[nodeid]

    return Grouped(config, log) if config.getvalue("dist") == "loadfile" else None


def _folder_of_groups(config: pytest.Config) -> Path:
    if GROUPS not in config.stash:
        config.stash[GROUPS] = TemporaryDirectory()
    return Path(config.stash[GROUPS].name)


def _group_of(item: pytest.Item) -> str:
    """The group that a parameter names, the build that the test rests on, or its file."""
    named = item.get_closest_marker("group")
    return named.args[0] if named else _build_of(item) or item.nodeid.split("::")[0]


def _build_of(item: pytest.Item) -> str | None:
    """Address of the first fixture of a test that asks for `build` itself."""
    for name in item.fixturenames:
        for fixture in item._fixtureinfo.name2fixturedefs.get(name, ())[-1:]:
            if "build" in fixture.argnames:
                return f"{fixture.baseid}/{name}"
    return None


@pytest.fixture(autouse=True)
def main_module(monkeypatch) -> None:
    """Puts back the main module, which a page that runs in this process takes the place of.

    A process that a later test spawns runs the main module first, and would run that page.
    """
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


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
