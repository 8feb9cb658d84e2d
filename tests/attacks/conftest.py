"""The releases that are attacked."""

import pytest

from tests.attacks import made as releases
from tests.attacks.made import Made


@pytest.fixture(scope="session")
def demo(build, tmp_path_factory) -> Made:
    """Two places of the demo, one large and one small."""
    return releases.made("demo", tmp_path_factory)[0]


@pytest.fixture(scope="session")
def poor(build, tmp_path_factory) -> list[Made]:
    """A tiny place that keeps little, with canaries, and its next release after late registrations."""
    return releases.made("poor", tmp_path_factory)


@pytest.fixture(scope="session")
def federal(build, tmp_path_factory, shared) -> list[Made]:
    """The real federal cases, and the next release after late registrations."""
    return releases.made("federal", tmp_path_factory, shared)


KINDS = [
    pytest.param(kind, marks=pytest.mark.group(f"tests/attacks/{kind}"))
    for kind in ("demo", "poor", "federal")
]
"""For fixtures that ask for one of the three by its name: each has its worker."""


@pytest.fixture(scope="session", params=KINDS)
def attacked(build, request) -> Made:
    """Each of the three, in turn."""
    found = request.getfixturevalue(request.param)
    return found[0] if isinstance(found, list) else found
