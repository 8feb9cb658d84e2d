"""The releases that are attacked."""

import pytest

from tests.attacks import made as releases
from tests.attacks.made import Made


@pytest.fixture(scope="session")
def demo(tmp_path_factory) -> Made:
    """Two places of the demo, one large and one small."""
    return releases.made("demo", tmp_path_factory)[0]


@pytest.fixture(scope="session")
def poor(tmp_path_factory) -> list[Made]:
    """A tiny place that keeps little, with canaries, and its next release after late registrations."""
    return releases.made("poor", tmp_path_factory)


@pytest.fixture(scope="session")
def federal(tmp_path_factory, shared) -> list[Made]:
    """The real federal cases, and the next release after late registrations."""
    return releases.made("federal", tmp_path_factory, shared)


@pytest.fixture(scope="session", params=["demo", "poor", "federal"])
def attacked(request) -> Made:
    """Each of the three, in turn."""
    found = request.getfixturevalue(request.param)
    return found[0] if isinstance(found, list) else found
