"""Which places differ by more than chance, on which measure?"""

from release.read import Release
from views import frame

ADDRESS, TITLE = "comparison", "Comparison of places"


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "Which places differ by more than chance, on which measure?")
    frame.announce("Nothing is shown here yet.")
