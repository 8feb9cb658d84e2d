"""Do jurisdictions answer one another?"""

from release.read import Release
from views import frame

ADDRESS, TITLE = "cooperation", "Cooperation"


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "Do jurisdictions answer one another?")
    frame.announce("Nothing is shown here yet.")
