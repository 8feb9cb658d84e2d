"""Fixtures that every test folder shares."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import settings

# A slow machine breaks no promise: time is measured in benchmarks.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).resolve().parent.parent

TOGETHER = tuple(
    re.compile(pattern)
    for pattern in (
        r"tests/attacks/.*\[(?:.*-)?(demo|poor|federal)\b",
        r"tests/doors/test_(compliance)_(?!instrument|real)",
        r"tests/doors/test_(compliance_real|documented_commands)",
        r"tests/metrics/test_(audit_re|check_queries|counted_sets|identification_|survey_truths)",
        r"tests/(demo)/",
    )
)
"""Addresses of tests that share what takes long to make. One worker runs all that a pattern fits, of the first pattern
those of each name apart."""


def _group(address: str) -> str | None:
    for number, pattern in enumerate(TOGETHER):
        if found := pattern.match(address):
            return f"{number} {found[1] if number == 0 else ''}"
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Groups take longest, so they come first, and no worker is left alone with them at the end."""
    items.sort(key=lambda item: _group(item.nodeid) is None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log):
    """With `--dist loadfile`, gives a worker whole groups, and whole files of what is in none."""
    from xdist.scheduler import LoadFileScheduling

    class Grouped(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return _group(nodeid) or super()._split_scope(nodeid)

    return Grouped(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data sets and test vectors beside the project; tests that need it skip without it."""
    folder = Path(os.environ.get("ANSWERABLE_SHARED") or ROOT.parent / "shared")
    if not (folder / "data").is_dir():
        pytest.skip("the shared real data sets are not beside this checkout (../shared)")
    return folder
