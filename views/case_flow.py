"""How far do cases get, and where do they end?"""

from release.read import Release
from views import frame

ADDRESS, TITLE = "case_flow", "Case flow"


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "How far do cases get, and where do they end?")
    frame.announce("Nothing is shown here yet.")
