"""One made-up release for the tests that only read it; a fresh copy for those that damage it."""

import shutil
from pathlib import Path

import pytest

from tests.factory import RELEASED_ON, facts, made_up_tables


@pytest.fixture(scope="session")
def made_up_release(releases) -> Path:
    return (releases / "current").resolve()


@pytest.fixture
def copied_release(made_up_release, tmp_path) -> Path:
    """A copy with its own `current`, made writable so that a test can damage it."""
    folder = tmp_path / "releases"
    shutil.copytree(made_up_release.parent, folder, symlinks=True)
    return folder / made_up_release.name


@pytest.fixture(scope="session")
def parts():
    """What `write_release` takes: the tables of the made-up release and the facts beside them."""
    tables = made_up_tables()
    return tables, facts(RELEASED_ON, tables)
