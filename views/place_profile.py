"""How does one place answer, from identification to redress?"""

from release.read import Release
from views import frame

ADDRESS, TITLE = "place_profile", "Profile of a place"


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "How does one place answer, from identification to redress?")
    frame.announce("Nothing is shown here yet.")
