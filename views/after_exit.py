"""Are people trafficked again, as far as anybody looked?"""

from release.read import Release
from views import frame

ADDRESS, TITLE = "after_exit", "Re-trafficking"


def show(release: Release) -> None:
    """The page."""
    frame.heading(TITLE, "Are people trafficked again, as far as anybody looked?")
    frame.announce("Nothing is shown here yet.")
