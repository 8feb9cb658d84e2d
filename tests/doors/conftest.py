"""Pages, as the tests of the views open them; releases that went the whole way."""

import re
import shlex
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import cli
from tests.conftest import ROOT
from tests.doors.stated import AFTERWARDS, BODY, OFFICE, UNIT, Desk, cases, figures, statements
from tests.views.conftest import opened, page

__all__ = ["opened", "page"]

DOCUMENT = (ROOT / "docs" / "real-data.md").read_text(encoding="utf-8")


class Turns(NamedTuple):
    """Two releases of the same place, the second after other statements, and the desk that made them."""

    first: Path
    second: Path
    desk: Desk


@pytest.fixture(scope="session")
def turns(build, tmp_path_factory) -> Turns:
    desk = Desk(tmp_path_factory.mktemp("islands"))
    for agency, data in ((OFFICE, figures()), (UNIT, cases()), (BODY, statements())):
        assert desk.submit(agency, data) == 0, desk.said
    first = desk.release()
    assert desk.submit(BODY, statements(AFTERWARDS)) == 0, desk.said
    return Turns(first, desk.release(), desk)


@pytest.fixture(scope="session")
def documented(build, shared, tmp_path_factory) -> Callable[[str], Path]:
    """Runs the documented commands of a real set, once; the folder of the releases that they make."""

    @cache
    def run(name: str) -> Path:
        folder = tmp_path_factory.mktemp(name)
        commands = commands_for(name)
        assert [command[0] for command in commands] == ["submit", "release", "verify"]
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("ANSWERABLE_VAULT", str(folder / "vault"))
            patch.setenv("ANSWERABLE_RELEASES", str(folder / "releases"))
            for command in commands:
                arguments = [part.replace("$DATA", str(shared / "data")) for part in command]
                assert cli.main(arguments) == 0
        return folder / "releases"

    return run


def commands_for(name: str) -> list[list[str]]:
    """The documented commands of one set, as arguments of `cli.main`."""
    [block] = [text for text in re.findall(r"```sh\n(.*?)```", DOCUMENT, re.S) if name in text]
    lines = [line for line in block.splitlines() if line.startswith("python cli.py")]
    return [shlex.split(line.removeprefix("python cli.py ")) for line in lines]
