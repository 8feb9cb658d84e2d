"""Is like treated alike, and could one tell if it were not?"""

from release.read import Release
from views import frame

ADDRESS, TITLE = "fairness_audit", "Fairness audit"


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "Is like treated alike, and could one tell if it were not?")
    frame.announce("Nothing is shown here yet.")
