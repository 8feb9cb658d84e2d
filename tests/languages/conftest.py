"""A small made-up release, whose pages and reports are read in a language that nobody speaks."""

import pytest

from release.read import open_release
from tests.factory import make_release


@pytest.fixture(scope="session")
def releases(tmp_path_factory):
    folder = tmp_path_factory.mktemp("releases")
    make_release(folder)
    return folder


@pytest.fixture(scope="session")
def release(releases):
    with open_release(releases) as opened:
        yield opened
