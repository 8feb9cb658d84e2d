"""What was awarded and paid, traced and given back?"""

from release.read import Release
from views import frame

ADDRESS, TITLE = "money", "Money"


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "What was awarded and paid, traced and given back?")
    frame.announce("Nothing is shown here yet.")
